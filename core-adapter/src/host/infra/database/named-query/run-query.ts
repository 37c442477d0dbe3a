// SPDX-License-Identifier: EUPL-1.2
import type { ZodObject } from 'zod';
import type { NamedQuery } from '../../../../api/named-query.js';
import { filledUp } from '../../util/filled-up.js';
import { instantText, readInstant } from '../../util/stored-instant.js';
import { readQuery, type ReadQuery } from './read-query.js';

const READERS: ReadonlyMap<string, Read> = new Map<string, Read>([
  ['number', (value) => (typeof value === 'string' || typeof value === 'bigint' ? Number(value) : value)],
  ['date', (value) => (typeof value === 'string' ? readInstant(value) : value)],
  ['boolean', (value) => (typeof value === 'boolean' ? value : Number(value) !== 0)],
]);

/** The content of `IN ( )` for an empty list. Both databases refuse empty brackets, and NOT IN (NULL) would find nothing. */
const NOTHING = 'SELECT NULL FROM (SELECT 1) AS one WHERE 1 = 0';

/** Runs a SELECT past TypeORM. */
type ReadRows = (sql: string, values: readonly (string | number | null)[]) => Promise<Record<string, unknown>[]>;

/** The SQL of queries, each read once: a query never changes. */
const understood = new WeakMap<NamedQuery, ReadQuery>();

function understand(query: NamedQuery): ReadQuery {
  const read = understood.get(query) ?? readQuery(query.sql);
  understood.set(query, read);
  return read;
}

/**
 * Runs a named query in one school, past TypeORM.
 * @throws Error when the parameters or a row do not fit the schemas: a fault of the brick
 */
export async function runQuery(
  readRows: ReadRows,
  query: NamedQuery,
  name: string,
  uai: string,
  given: unknown,
): Promise<readonly unknown[]> {
  const values = new Map(Object.entries(parsed(query.parameters, given, `the parameters of the query "${name}"`)));
  values.set('school', uai);
  const { parts, lists } = understand(query);
  let sql = '';
  const bound: (string | number | null)[] = [];
  for (const { text, parameter } of parts) {
    sql += text;
    if (parameter === undefined) continue;
    const value = values.get(parameter);
    const all: readonly unknown[] = lists.has(parameter) && Array.isArray(value) ? filledUp(value) : [value];
    sql += all.length === 0 ? NOTHING : all.map(() => '?').join(', ');
    bound.push(...all.map((one) => boundValue(one, name, parameter)));
  }
  const rows = await readRows(sql, bound);
  const read = rowReader(query.row);
  return rows.map((row) => parsed(query.row, read(row), `a row of the query "${name}"`));
}

/** A value as both drivers take it: SQLite's knows no date and no boolean, and MariaDB's would write objects as SQL. */
function boundValue(value: unknown, query: string, parameter: string): string | number | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' || typeof value === 'number') return value;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (value instanceof Date) return instantText(value);
  throw new Error(`:${parameter} of the query "${query}" is no text, number, boolean, date or null; see NamedQuery.`);
}

function parsed(schema: ZodObject, value: unknown, what: string): Record<string, unknown> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const problems = result.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ');
  throw new Error(`The schema refuses ${what} (${problems}); correct the one or the other.`);
}

type Read = (value: unknown) => unknown;

/**
 * Reads the values of a row as the types of its schema. The drivers differ: MariaDB gives counts and sums as text and instants as dates,
 * SQLite gives instants as text, and both give booleans as numbers.
 */
function rowReader(schema: ZodObject): (row: Readonly<Record<string, unknown>>) => object {
  const readers = new Map<string, Read>();
  for (const [name, column] of Object.entries(schema.shape)) {
    const read = READERS.get(typeOf(column));
    if (read) readers.set(name, read);
  }
  return (row) =>
    Object.fromEntries(
      Object.entries(row).map(([name, value]) => [name, value === null ? null : (readers.get(name)?.(value) ?? value)]),
    );
}

/** The part of a zod schema that says its type. */
interface Typed {
  readonly def: { readonly type: string; readonly innerType?: unknown };
}

/** The type of a schema within `nullable()`, `optional()` and other wrappings. */
function typeOf(schema: unknown): string {
  const { type, innerType } = (schema as Typed).def;
  return innerType === undefined ? type : typeOf(innerType);
}
