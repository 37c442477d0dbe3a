// SPDX-License-Identifier: EUPL-1.2
import type { EntityManager, ObjectLiteral } from 'typeorm';
import type { EntityClass } from '../../../../api/database.js';
import { batches } from '../../directory/batches.js';

/** Adds rows, many in one statement. */
export function insertRows<T extends ObjectLiteral>(
  manager: EntityManager,
  entity: EntityClass<T>,
  rows: readonly T[],
): Promise<void> {
  return writeInTurn(manager, entity, rows, '');
}

export interface Overwrite<T> {
  /** A unique key that tells which row is meant. */
  readonly by: readonly (keyof T & string)[];
  readonly columns: readonly (keyof T & string)[];
  /** Columns whose stored value stays where the row has null. */
  readonly keepUnlessKnown?: readonly (keyof T & string)[];
}

/** Overwrites columns of rows that are there, many in one statement; each row is given in full. */
export function overwriteRows<T extends ObjectLiteral>(
  manager: EntityManager,
  entity: EntityClass<T>,
  rows: readonly T[],
  { by, columns, keepUnlessKnown = [] }: Overwrite<T>,
): Promise<void> {
  const { connection } = manager;
  const name = (column: string): string => connection.driver.escape(column);
  const sets = (value: (column: string) => string): string =>
    [
      ...columns.map((column) => `${name(column)} = ${value(name(column))}`),
      ...keepUnlessKnown.map((column) => `${name(column)} = COALESCE(${value(name(column))}, ${name(column)})`),
    ].join(', ');
  const clause =
    connection.options.type === 'better-sqlite3'
      ? ` ON CONFLICT (${by.map(name).join(', ')}) DO UPDATE SET ${sets((column) => `excluded.${column}`)}`
      : ` ON DUPLICATE KEY UPDATE ${sets((column) => `VALUES(${column})`)}`;
  return writeInTurn(manager, entity, rows, clause);
}

/**
 * Statements of our own: for a thousand rows TypeORM names and then seeks some ten thousand parameters, which took as long as the
 * database itself. While one statement is under way the next is made.
 */
async function writeInTurn<T extends ObjectLiteral>(
  manager: EntityManager,
  entity: EntityClass<T>,
  rows: readonly T[],
  clause: string,
): Promise<void> {
  const { driver } = manager.connection;
  const { tablePath, columns } = manager.connection.getMetadata(entity);
  const names = columns.map(({ databaseName }) => driver.escape(databaseName)).join(', ');
  const row = `(${columns.map(() => '?').join(', ')})`;
  const table = driver.escape(tablePath);
  let underWay = Promise.resolve<unknown>(undefined);
  for (const batch of batches(rows)) {
    const values = batch.flatMap((entry) =>
      columns.map((column): unknown => driver.preparePersistentValue(column.getEntityValue(entry), column)),
    );
    const statement = `INSERT INTO ${table} (${names}) VALUES ${batch.map(() => row).join(', ')}${clause}`;
    await underWay;
    underWay = manager.query(statement, values);
    // Whoever waits hears of it; until then it must not pass for an error that nobody handles.
    underWay.catch(() => undefined);
  }
  await underWay;
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
