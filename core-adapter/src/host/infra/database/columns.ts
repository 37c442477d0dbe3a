// SPDX-License-Identifier: EUPL-1.2
import { TableColumn, TableForeignKey, TableIndex } from 'typeorm';

/**
 * Columns for migrations that must give the same schema as the entities on SQLite and on MariaDB: the drift report compares
 * them. Migrations are frozen: never change what these return.
 */
export const column = {
  id: (name = 'id'): TableColumn => new TableColumn({ name, type: 'varchar', length: '36', isPrimary: true }),
  uuid: (name: string, options: Optional = {}): TableColumn =>
    new TableColumn({ name, type: 'varchar', length: '36', ...nullable(options) }),
  text: (name: string, length: number, options: Optional = {}): TableColumn =>
    new TableColumn({ name, type: 'varchar', length: String(length), ...nullable(options) }),
  key: (name: string, length: number): TableColumn =>
    new TableColumn({ name, type: 'varchar', length: String(length), isPrimary: true }),
  instant: (name: string, options: Optional = {}): TableColumn =>
    new TableColumn({ name, type: 'datetime', precision: 3, ...nullable(options) }),
  integer: (name: string, options: Optional = {}): TableColumn =>
    new TableColumn({ name, type: 'integer', ...nullable(options) }),
  /** Up to 64 kB of JSON or prose on MariaDB. */
  long: (name: string, options: Optional = {}): TableColumn =>
    new TableColumn({ name, type: 'text', ...nullable(options) }),
};

interface Optional {
  readonly optional?: boolean;
}

function nullable({ optional = false }: Optional): { isNullable: boolean } {
  return { isNullable: optional };
}

export function index(name: string, columnNames: string[]): TableIndex {
  return new TableIndex({ name, columnNames });
}

export function unique(name: string, columnNames: string[]): TableIndex {
  return new TableIndex({ name, columnNames, isUnique: true });
}

export function foreignKey(
  name: string,
  columnName: string,
  target: { table: string; column: string },
  onDelete: 'CASCADE' | 'NO ACTION' = 'CASCADE',
): TableForeignKey {
  return new TableForeignKey({
    name,
    columnNames: [columnName],
    referencedTableName: target.table,
    referencedColumnNames: [target.column],
    onDelete,
    onUpdate: 'NO ACTION',
  });
}
