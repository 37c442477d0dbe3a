// SPDX-License-Identifier: EUPL-1.2
import { type MigrationInterface, type QueryRunner, Table, TableColumn, TableIndex } from 'typeorm';

/** The entries that Deltas change. Frozen: a change is another migration. */
export class CreateEntryParts1764064800000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'aaf_import_entry_part',
        columns: [
          new TableColumn({ name: 'id', type: 'varchar', length: '36', isPrimary: true }),
          text('school', 8),
          text('source', 60),
          text('category', 20),
          text('day', 10),
          new TableColumn({ name: 'appliedRun', type: 'integer' }),
          new TableColumn({ name: 'content', type: 'text' }),
        ],
        indices: [new TableIndex({ name: 'aaf_import_entry_part_source', columnNames: ['school', 'source'] })],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('aaf_import_entry_part');
  }
}

function text(name: string, length: number): TableColumn {
  return new TableColumn({ name, type: 'varchar', length: String(length) });
}
