// SPDX-License-Identifier: EUPL-1.2
import type { EntityManager, EntityMetadata, ObjectLiteral } from 'typeorm';
import type { ColumnMetadata } from 'typeorm/metadata/ColumnMetadata.js';
import type { EntityClass } from '../../../api/database.js';

/** Types of columns with values that both drivers bind as TypeORM prepares them; JSON and geometry need a function around them. */
const PLAIN_TYPES = new Set<unknown>([
  ...['varchar', 'text', 'mediumtext', 'integer', 'int', 'bigint', 'boolean', 'datetime', 'simple-json'],
  ...[String, Number, Boolean, Date],
]);

/**
 * Inserts rows by one statement. TypeORM names each value, and then replaces all names: for 500 rows this took longer than the
 * database did. Tables with columns that TypeORM itself fills in are left to it.
 */
export async function insertRows(
  manager: EntityManager,
  entity: EntityClass,
  rows: readonly ObjectLiteral[],
): Promise<void> {
  if (rows.length === 0) return;
  const metadata = manager.connection.getMetadata(entity);
  if (!isPlain(metadata) || leavesDefault(metadata, rows)) {
    await manager.getRepository<ObjectLiteral>(entity).insert([...rows]);
    return;
  }
  const { driver } = manager.connection;
  const columns = metadata.columns.filter((column) => rows.some((row) => column.getEntityValue(row) !== undefined));
  const valueOf = (row: ObjectLiteral, column: ColumnMetadata): unknown =>
    driver.preparePersistentValue(column.getEntityValue(row), column) ?? null;
  const names = columns.map(({ databaseName }) => driver.escape(databaseName)).join(', ');
  const places = `(${columns.map(() => '?').join(', ')})`;
  await manager.query(
    `INSERT INTO ${driver.escape(metadata.tableName)} (${names}) VALUES ${rows.map(() => places).join(', ')}`,
    rows.flatMap((row) => columns.map((column) => valueOf(row, column))),
  );
}

const known = new WeakMap<EntityMetadata, boolean>();

function isPlain(metadata: EntityMetadata): boolean {
  const before = known.get(metadata);
  if (before !== undefined) return before;
  const { columns, embeddeds, relations, beforeInsertListeners, afterInsertListeners, discriminatorColumn } = metadata;
  const isBare = [embeddeds, relations, beforeInsertListeners, afterInsertListeners].every(
    ({ length }) => length === 0,
  );
  const isIt = isBare && discriminatorColumn === undefined && columns.every(isPlainColumn);
  known.set(metadata, isIt);
  return isIt;
}

function isPlainColumn(column: ColumnMetadata): boolean {
  const { type, isInsert, isGenerated, isVirtual, isCreateDate, isUpdateDate, isVersion } = column;
  const isFilled = isGenerated || isVirtual || isCreateDate || isUpdateDate || isVersion;
  return isInsert && !isFilled && PLAIN_TYPES.has(type);
}

/** Whether the database fills in a column of some row. */
function leavesDefault({ columns }: EntityMetadata, rows: readonly ObjectLiteral[]): boolean {
  const withDefault = columns.filter((column) => column.default !== undefined);
  return withDefault.some((column) => rows.some((row) => column.getEntityValue(row) === undefined));
}
