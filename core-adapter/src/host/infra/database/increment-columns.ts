// SPDX-License-Identifier: EUPL-1.2
import type { EntityManager, EntityMetadata, FindOptionsWhere, ObjectLiteral } from 'typeorm';
import type { ColumnBounds, EntityClass, Increments, NumberColumn } from '../../../api/database.js';
import { columnNamed } from './column-named.js';

export interface Increment<T> {
  /** The condition, which names the school. */
  readonly where: FindOptionsWhere<T>;
  readonly by: Increments<T>;
  readonly bounds: ColumnBounds<T> | undefined;
}

/**
 * Columns that the host fills in. A brick in JavaScript has no types that keep it from changing them; a changed school would move the row.
 */
const OF_THE_HOST = new Set<string>(['id', 'school']);

/** Adds to columns in one statement. Returns the number of rows changed. */
export async function incrementColumns<T extends ObjectLiteral>(
  manager: EntityManager,
  entity: EntityClass<T>,
  { where, by, bounds }: Increment<T>,
): Promise<number> {
  const metadata = manager.connection.getMetadata(entity);
  const columns = Object.keys(by) as NumberColumn<T>[];
  const sums = new Map(columns.map((column) => [column, sumOf(metadata, column, by[column])]));
  const set = Object.fromEntries([...sums].map(([column, sum]) => [column, () => sum]));
  const update = manager.createQueryBuilder().update<ObjectLiteral>(entity).set(set).where(where);
  for (const column of Object.keys(bounds ?? {}) as NumberColumn<T>[]) {
    const sum = sums.get(column);
    if (sum === undefined) throw new Error(`increment adds nothing to "${column}", which has bounds.`);
    const { atLeast, atMost } = bounds?.[column] ?? {};
    if (atLeast !== undefined) update.andWhere(`${sum} >= ${bound(metadata, atLeast)}`);
    if (atMost !== undefined) update.andWhere(`${sum} <= ${bound(metadata, atMost)}`);
  }
  const { affected } = await update.execute();
  return affected ?? 0;
}

/** The value of a column with what is added, as SQL. */
function sumOf(metadata: EntityMetadata, column: string, add: number | undefined): string {
  if (OF_THE_HOST.has(column))
    throw new Error(`"${column}" of ${metadata.name} is the host's; increment another column.`);
  return `${escaped(metadata, column)} + ${literal(add)}`;
}

function bound(metadata: EntityMetadata, value: number | string): string {
  return typeof value === 'number' ? literal(value) : escaped(metadata, value);
}

function escaped(metadata: EntityMetadata, column: string): string {
  return metadata.connection.driver.escape(columnNamed(metadata, column).databaseName);
}

/** A number as SQL; in brackets, since it may be negative. */
function literal(value: number | undefined): string {
  if (typeof value !== 'number' || !Number.isFinite(value))
    throw new Error(`increment needs a number, not ${String(value)}.`);
  return `(${value})`;
}
