// SPDX-License-Identifier: EUPL-1.2
import type { Host } from '@volee/core-adapter/host';

type DataSource = Host['database']['dataSource'];
export type Row = Readonly<Record<string, unknown>>;

/** SQLite takes 32,766 values in a statement, and MariaDB 16 MB. */
const VALUES = 30_000;
const ROWS = 2_000;

/**
 * Inserts rows into a table of the host, with TypeORM's columns and conversions and without its entities: a million rows in seconds. A
 * column that a row does not name is null.
 */
export async function insertRows(dataSource: DataSource, table: string, rows: readonly Row[]): Promise<void> {
  const { columns } = dataSource.getMetadata(table);
  const size = Math.min(ROWS, Math.floor(VALUES / columns.length));
  const names = columns.map(({ databaseName }) => `\`${databaseName}\``).join(', ');
  const places = `(${columns.map(() => '?').join(', ')})`;
  await dataSource.transaction(async (manager) => {
    for (let start = 0; start < rows.length; start += size) {
      const batch = rows.slice(start, start + size);
      const values = batch.flatMap((row) =>
        columns.map((column) => {
          const value: unknown = dataSource.driver.preparePersistentValue(row[column.propertyName], column);
          return value ?? null;
        }),
      );
      await manager.query(`INSERT INTO ${table} (${names}) VALUES ${batch.map(() => places).join(', ')}`, values);
    }
  });
}
