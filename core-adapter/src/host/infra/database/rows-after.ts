// SPDX-License-Identifier: EUPL-1.2
import type { EntityMetadata, ObjectLiteral } from 'typeorm';
import type { ColumnMetadata } from 'typeorm/metadata/ColumnMetadata.js';
import { columnNamed } from './column-named.js';

/** A condition for a query builder. */
interface Condition {
  readonly sql: string;
  readonly parameters: ObjectLiteral;
}

interface Key {
  readonly column: ColumnMetadata;
  readonly isDescending: boolean;
  readonly value: unknown;
}

const DIRECTIONS = new Map<unknown, 'ASC' | 'DESC'>([
  ...(['ASC', 'asc', 1] as const).map((written) => [written, 'ASC'] as const),
  ...(['DESC', 'desc', -1] as const).map((written) => [written, 'DESC'] as const),
]);

/**
 * The condition for rows after `row` in `order`: `a > :a OR (a = :a AND b > :b)`. Both databases use an index for this form, and
 * MariaDB none for `(a, b) > (:a, :b)`.
 * @throws Error when the order does not end with `id`, or the row lacks a column of it
 */
export function rowsAfter(metadata: EntityMetadata, alias: string, order: object, row: object): Condition {
  const keys = Object.entries(order).map(([name, direction]) => keyOf(metadata, name, direction, row));
  if (keys.at(-1)?.column.propertyName !== 'id') {
    throw new Error(
      `"after" needs an order of ${metadata.name} that ends with "id"; else rows with equal values are lost.`,
    );
  }
  const parameters = new Map<string, unknown>();
  const alternatives: string[] = [];
  const equal: string[] = [];
  for (const [index, { column, isDescending, value }] of keys.entries()) {
    const path = `${alias}.${column.propertyName}`;
    const name = `after${index}`;
    if (value !== null) parameters.set(name, metadata.connection.driver.preparePersistentValue(value, column));
    const beyond = value === null ? beyondNull(path, isDescending) : beyondValue(path, name, isDescending, column);
    if (beyond !== undefined) alternatives.push([...equal, beyond].join(' AND '));
    equal.push(value === null ? `${path} IS NULL` : `${path} = :${name}`);
  }
  return { sql: alternatives.map((one) => `(${one})`).join(' OR '), parameters: Object.fromEntries(parameters) };
}

function keyOf(metadata: EntityMetadata, name: string, written: unknown, row: object): Key {
  const direction = DIRECTIONS.get(written);
  if (!direction)
    throw new Error(`"after" needs a plain direction for "${name}" of ${metadata.name}: 'ASC' or 'DESC'.`);
  const value: unknown = Object.entries(row).find(([property]) => property === name)?.[1];
  if (value === undefined) throw new Error(`"after" lacks "${name}", by which rows of ${metadata.name} are ordered.`);
  return { column: columnNamed(metadata, name), isDescending: direction === 'DESC', value };
}

/** Both databases sort null before all values, so it comes last in a descending order. */
function beyondNull(path: string, isDescending: boolean): string | undefined {
  return isDescending ? undefined : `${path} IS NOT NULL`;
}

function beyondValue(path: string, name: string, isDescending: boolean, { isNullable }: ColumnMetadata): string {
  if (!isDescending) return `${path} > :${name}`;
  return isNullable ? `(${path} < :${name} OR ${path} IS NULL)` : `${path} < :${name}`;
}
