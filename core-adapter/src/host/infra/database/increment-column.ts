// SPDX-License-Identifier: EUPL-1.2
import type { EntityManager, EntityMetadata, FindOptionsWhere, ObjectLiteral } from 'typeorm';
import type { Bounds, EntityClass, NumberColumn } from '../../../api/database.js';
import { columnNamed } from './column-named.js';

export interface Increment<T> {
  /** Names the school. */
  readonly where: FindOptionsWhere<T>;
  readonly column: NumberColumn<T>;
  readonly by: number;
  readonly bounds: Bounds<T>;
}

/** A JavaScript brick has no types to keep it from these; a changed school would move the row. */
const OF_THE_HOST = new Set<string>(['id', 'school']);

/** Adds to a column in one statement. Returns the number of rows changed. */
export async function incrementColumn<T extends ObjectLiteral>(
  manager: EntityManager,
  entity: EntityClass<T>,
  { where, column, by, bounds: { atLeast, atMost } }: Increment<T>,
): Promise<number> {
  const metadata = manager.connection.getMetadata(entity);
  if (OF_THE_HOST.has(column))
    throw new Error(`"${column}" of ${metadata.name} is the host's; increment another column.`);
  const sum = `${escaped(metadata, column)} + ${literal(by)}`;
  const update = manager
    .createQueryBuilder()
    .update<ObjectLiteral>(entity)
    .set({ [columnNamed(metadata, column).propertyName]: () => sum })
    .where(where);
  if (atLeast !== undefined) update.andWhere(`${sum} >= ${bound(metadata, atLeast)}`);
  if (atMost !== undefined) update.andWhere(`${sum} <= ${bound(metadata, atMost)}`);
  const { affected } = await update.execute();
  return affected ?? 0;
}

function bound(metadata: EntityMetadata, value: number | string): string {
  return typeof value === 'number' ? literal(value) : escaped(metadata, value);
}

function escaped(metadata: EntityMetadata, column: string): string {
  return metadata.connection.driver.escape(columnNamed(metadata, column).databaseName);
}

/** A number as SQL; in brackets, since it may be negative. */
function literal(value: number): string {
  if (typeof value !== 'number' || !Number.isFinite(value))
    throw new Error(`increment needs a number, not ${String(value)}.`);
  return `(${value})`;
}
