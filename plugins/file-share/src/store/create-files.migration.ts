// SPDX-License-Identifier: EUPL-1.2
import { type MigrationInterface, type QueryRunner, Table, TableColumn, TableIndex } from 'typeorm';

/** The files of classes and people. Frozen: a change is another migration. */
export class CreateFiles1764028800000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'file_share_file',
        columns: [
          new TableColumn({ name: 'id', type: 'varchar', length: '36', isPrimary: true }),
          text('school', 8),
          text('groupId', 36, { isNullable: true }),
          text('ownerId', 36, { isNullable: true }),
          text('addedBy', 36),
          text('name', 200),
          new TableColumn({ name: 'bytes', type: 'bigint' }),
          text('storageKey', 60),
          text('sha256', 64),
          new TableColumn({ name: 'addedAt', type: 'datetime', precision: 3 }),
        ],
        indices: [
          new TableIndex({ name: 'file_share_file_group', columnNames: ['school', 'groupId'] }),
          new TableIndex({ name: 'file_share_file_owner', columnNames: ['school', 'ownerId'] }),
        ],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('file_share_file');
  }
}

function text(name: string, length: number, options: { isNullable?: boolean } = {}): TableColumn {
  return new TableColumn({ name, type: 'varchar', length: String(length), ...options });
}
