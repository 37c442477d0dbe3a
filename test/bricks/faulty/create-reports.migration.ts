// SPDX-License-Identifier: EUPL-1.2
import { Table, TableIndex, type MigrationInterface, type QueryRunner, type TableColumnOptions } from 'typeorm';

export class CreateReports1764028800002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'reports_report',
        columns: [
          { ...text('id', 36), isPrimary: true },
          text('school', 8),
          text('groupId', 36),
          { ...text('pupilId', 36), isNullable: true },
          { ...text('ownerId', 36), isNullable: true },
          { name: 'published', type: 'boolean' },
          text('text', 100),
        ],
        indices: [new TableIndex({ name: 'reports_report_group', columnNames: ['school', 'groupId'] })],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('reports_report');
  }
}

function text(name: string, length: number): TableColumnOptions {
  return { name, type: 'varchar', length: String(length) };
}
