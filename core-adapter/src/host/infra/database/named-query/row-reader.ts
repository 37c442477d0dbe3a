// SPDX-License-Identifier: EUPL-1.2
import type { ZodObject } from 'zod';

type Read = (value: unknown) => unknown;

/**
 * Reads the values of a row as the types of its schema. The drivers differ: MariaDB gives counts and sums as text and instants as dates,
 * SQLite gives instants as text, and both give booleans as numbers.
 */
export function rowReader(schema: ZodObject): (row: Readonly<Record<string, unknown>>) => object {
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

const READERS: ReadonlyMap<string, Read> = new Map<string, Read>([
  ['number', (value) => (typeof value === 'string' || typeof value === 'bigint' ? Number(value) : value)],
  ['date', (value) => (typeof value === 'string' ? new Date(`${value.replace(' ', 'T')}Z`) : value)],
  ['boolean', (value) => (typeof value === 'boolean' ? value : Number(value) !== 0)],
]);

/** The part of a zod schema that says its type. */
interface Typed {
  readonly def: { readonly type: string; readonly innerType?: unknown };
}

/** The type of a schema within `nullable()`, `optional()` and other wrappings. */
function typeOf(schema: unknown): string {
  const { type, innerType } = (schema as Typed).def;
  return innerType === undefined ? type : typeOf(innerType);
}
