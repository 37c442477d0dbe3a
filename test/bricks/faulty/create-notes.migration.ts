// SPDX-License-Identifier: EUPL-1.2
import { Table, TableIndex, type MigrationInterface, type QueryRunner, type TableColumnOptions } from 'typeorm';

export class CreateNotes1764028800001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'notes_note',
        columns: [
          { ...text('id', 36), isPrimary: true },
          text('school', 8),
          { ...text('groupId', 36), isNullable: true },
          { ...text('ownerId', 36), isNullable: true },
          text('text', 100),
          { name: 'dueOn', type: 'datetime', precision: 3, isNullable: true },
        ],
        indices: [new TableIndex({ name: 'notes_note_group', columnNames: ['school', 'groupId'] })],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('notes_note');
  }
}

function text(name: string, length: number): TableColumnOptions {
  return { name, type: 'varchar', length: String(length) };
}
