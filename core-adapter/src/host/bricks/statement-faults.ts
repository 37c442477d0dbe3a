// SPDX-License-Identifier: EUPL-1.2
import { tablePrefix } from '../infra/database/migrate.js';

/** The name of a table follows these words, except in `ON UPDATE`, `DO UPDATE` and `RENAME COLUMN … TO`. */
const TABLE =
  /\b(?:FROM|JOIN|INTO|(?<!\b(?:ON|DO)\s+)UPDATE|TABLE(?:\s+IF\s+(?:NOT\s+)?EXISTS)?|REFERENCES|RENAME\s+TO|INDEX\s[^(]*\sON)\s+["'`[]?(\w+)/gi;
/** `WITH name AS (`: a name that is valid within one statement. */
const COMMON = /["`]?(\w+)["`]?\s+AS\s*\(/gi;
/** A string value, which may contain the words above. */
const VALUE = /'(?:[^']|'')*'/g;
const CORE = /\bcore_\w+/i;
/** Tables of the engines themselves. */
const ENGINES = /^(?:sqlite_|pragma_|information_schema$|dual$)/i;
/** SQLite alters a table through a temporary copy (TypeORM's AbstractSqliteQueryRunner). */
const TEMPORARY = /^temporary_/i;

/** SQLite's list of tables: a query that tests for a table contains its name as a value. */
const CATALOGUE = /\bsqlite_master\b/i;
const ASKED = /"(?:tbl_)?name"\s*(?:=|IN)\s*\(?'(\w+)'/gi;

export interface Statement {
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

/** The first table in a migration's statement that does not belong to the brick, or undefined. */
export function foreignTable({ sql, parameters }: Statement, brickId: string): string | undefined {
  const core = CORE.exec(sql);
  if (core) return core[0];
  const statement = sql.replace(VALUE, (value) => (/\s/.test(value) ? "''" : value));
  const common = new Set(namesIn(statement, COMMON));
  const asked = CATALOGUE.test(sql) ? [...namesIn(statement, ASKED), ...parameters.filter(isText)] : [];
  return [...namesIn(statement, TABLE), ...asked].find(
    (name) => !common.has(name) && !ENGINES.test(name) && !isOwn(name, brickId),
  );
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

export function isOwn(table: string, brickId: string): boolean {
  return table.replace(TEMPORARY, '').toLowerCase().startsWith(tablePrefix(brickId));
}

function namesIn(statement: string, pattern: RegExp): string[] {
  return [...statement.matchAll(pattern)].flatMap(([, name]) => name ?? []);
}
