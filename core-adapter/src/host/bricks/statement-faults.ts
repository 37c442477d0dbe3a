// SPDX-License-Identifier: EUPL-1.2
import { tablePrefix } from '../infra/database/migrate.js';

/** After these words stands the name of a table. `ON UPDATE`, `DO UPDATE` and `RENAME COLUMN … TO` are about none. */
const TABLE =
  /\b(?:FROM|JOIN|INTO|(?<!\b(?:ON|DO)\s+)UPDATE|TABLE(?:\s+IF\s+(?:NOT\s+)?EXISTS)?|REFERENCES|RENAME\s+TO|INDEX\s[^(]*\sON)\s+["'`[]?(\w+)/gi;
/** `WITH name AS (`: a name for the length of one statement. */
const COMMON = /["`]?(\w+)["`]?\s+AS\s*\(/gi;
/** A value; in one with spaces the words above may stand. */
const VALUE = /'(?:[^']|'')*'/g;
const CORE = /\bcore_\w+/i;
/** What the engines keep themselves. */
const ENGINES = /^(?:sqlite_|pragma_|information_schema$|dual$)/i;
/** SQLite changes a table by making a temporary one (TypeORM's AbstractSqliteQueryRunner). */
const TEMPORARY = /^temporary_/i;

/** SQLite's list of tables: who asks whether one is there names it as a value. */
const CATALOGUE = /\bsqlite_master\b/i;
const ASKED = /"(?:tbl_)?name"\s*(?:=|IN)\s*\(?'(\w+)'/gi;

export interface Statement {
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

/** The first table in a statement of a brick's migration that is not the brick's own, or undefined. */
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
