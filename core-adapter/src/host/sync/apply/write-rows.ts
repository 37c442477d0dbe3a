// SPDX-License-Identifier: EUPL-1.2
import type { EntityManager, ObjectLiteral, QueryDeepPartialEntity } from 'typeorm';
import type { EntityClass } from '../../../api/database.js';
import { batches } from '../../directory/batches.js';

/** Adds rows, many in one statement. */
export async function insertRows<T extends ObjectLiteral>(
  manager: EntityManager,
  entity: EntityClass<T>,
  rows: readonly QueryDeepPartialEntity<T>[],
): Promise<void> {
  for (const batch of batches(rows)) {
    await manager
      .createQueryBuilder()
      .insert()
      .into(entity)
      .values([...batch])
      .updateEntity(false)
      .execute();
  }
}

export interface Overwrite<T> {
  /** A unique key that tells which row is meant. */
  readonly by: readonly (keyof T & string)[];
  readonly columns: readonly (keyof T & string)[];
}

/** Overwrites columns of rows that are there, many in one statement; each row is given in full. */
export async function overwriteRows<T extends ObjectLiteral>(
  manager: EntityManager,
  entity: EntityClass<T>,
  rows: readonly QueryDeepPartialEntity<T>[],
  { by, columns }: Overwrite<T>,
): Promise<void> {
  for (const batch of batches(rows)) {
    const insert = manager
      .createQueryBuilder()
      .insert()
      .into(entity)
      .values([...batch]);
    await insert
      .orUpdate([...columns], [...by])
      .updateEntity(false)
      .execute();
  }
}

/** Well under the depth of an expression that SQLite takes: 1,000. */
const CONDITIONS = 200;

/** Deletes the rows that these values name, many in one statement. */
export async function deleteRows<T extends ObjectLiteral>(
  manager: EntityManager,
  entity: EntityClass<T>,
  rows: readonly Partial<T>[],
): Promise<void> {
  for (const batch of batches(rows, CONDITIONS)) {
    await manager
      .createQueryBuilder()
      .delete()
      .from(entity)
      .where([...batch])
      .execute();
  }
}
