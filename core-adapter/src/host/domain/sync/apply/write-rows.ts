// SPDX-License-Identifier: EUPL-1.2
import { IsNull, type EntityManager, type FindOptionsWhere, type ObjectLiteral } from 'typeorm';
import type { EntityClass } from '../../../../api/database.js';
import { batches } from '../../directory/batches.js';

/** Inserts rows, many in one statement. */
export function insertRows<T extends ObjectLiteral>(
  manager: EntityManager,
  entity: EntityClass<T>,
  rows: readonly T[],
): Promise<void> {
  return writeInTurn(manager, entity, rows, '');
}

export interface Overwrite<T> {
  /** The columns of a unique key that identifies the row. */
  readonly by: readonly (keyof T & string)[];
  readonly columns: readonly (keyof T & string)[];
  /** Columns that keep their stored value where the new row has null. */
  readonly keepUnlessKnown?: readonly (keyof T & string)[];
  /** Columns that get the new value only where the stored one is null. */
  readonly fillIfUnknown?: readonly (keyof T & string)[];
}

/** Overwrites columns of existing rows, many in one statement; each row is given in full. */
export function overwriteRows<T extends ObjectLiteral>(
  manager: EntityManager,
  entity: EntityClass<T>,
  rows: readonly T[],
  { by, columns, keepUnlessKnown = [], fillIfUnknown = [] }: Overwrite<T>,
): Promise<void> {
  const { connection } = manager;
  const name = (column: string): string => connection.driver.escape(column);
  const sets = (value: (column: string) => string): string =>
    [
      ...columns.map((column) => `${name(column)} = ${value(name(column))}`),
      ...keepUnlessKnown.map((column) => `${name(column)} = COALESCE(${value(name(column))}, ${name(column)})`),
      ...fillIfUnknown.map((column) => `${name(column)} = COALESCE(${name(column)}, ${value(name(column))})`),
    ].join(', ');
  const clause =
    connection.options.type === 'better-sqlite3'
      ? ` ON CONFLICT (${by.map(name).join(', ')}) DO UPDATE SET ${sets((column) => `excluded.${column}`)}`
      : ` ON DUPLICATE KEY UPDATE ${sets((column) => `VALUES(${column})`)}`;
  return writeInTurn(manager, entity, rows, clause);
}

/**
 * Builds the SQL itself: for a thousand rows TypeORM names and looks up some ten thousand parameters, which takes as long as the database.
 * The next statement is built while one runs.
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
    // `await underWay` reports the error; until then it must not count as an unhandled rejection.
    underWay.catch(() => undefined);
  }
  await underWay;
}

/** Well below SQLite's maximum expression depth of 1,000. */
const CONDITIONS = 200;

/** Deletes the rows that match these values, many in one statement. */
export async function deleteRows<T extends ObjectLiteral>(
  manager: EntityManager,
  entity: EntityClass<T>,
  rows: readonly Partial<T>[],
): Promise<void> {
  for (const batch of batches(rows, CONDITIONS)) {
    await manager.createQueryBuilder().delete().from(entity).where(batch.map(matching)).execute();
  }
}

/** TypeORM compares with null as SQL does: with `=`, which no row matches. */
function matching<T extends ObjectLiteral>(row: Partial<T>): FindOptionsWhere<T> {
  const values = Object.entries(row).map(([column, value]: [string, unknown]) => [column, value ?? IsNull()]);
  return Object.fromEntries(values) as FindOptionsWhere<T>;
}
