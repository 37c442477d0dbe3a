// SPDX-License-Identifier: EUPL-1.2
import { Table, TableIndex, type MigrationInterface, type QueryRunner, type TableColumnOptions } from 'typeorm';

export class CreateCopies1764028800003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'reports_copy',
        columns: [
          { ...text('id', 36), isPrimary: true },
          ...[text('school', 8), text('pupilId', 36), text('origin', 8), text('key', 190), text('text', 100)],
        ],
        indices: [
          new TableIndex({
            name: 'reports_copy_key',
            columnNames: ['school', 'pupilId', 'origin', 'key'],
            isUnique: true,
          }),
        ],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('reports_copy');
  }
}

function text(name: string, length: number): TableColumnOptions {
  return { name, type: 'varchar', length: String(length) };
}
