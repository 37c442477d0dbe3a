// SPDX-License-Identifier: EUPL-1.2
import { type MigrationInterface, type QueryRunner, Table, TableColumn, TableIndex } from 'typeorm';

/** Copies that a job makes in parts. Frozen: a change is another migration. */
export class CreateCopies1796256000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      table(
        'file_share_copy',
        [
          ...[text('ownerId', 36), text('folderId', 36), text('spaceId', 36), text('name', 200), number('ticked')],
          ...[flag('byPupil'), flag('keepReaders'), text('state', 7), text('reason', 7, true)],
          ...[number('total'), number('copied'), instant('startedAt'), instant('changedAt')],
        ],
        new TableIndex({ name: 'file_share_copy_owner', columnNames: ['school', 'ownerId', 'state'] }),
      ),
      true,
    );
    await runner.createTable(
      table(
        'file_share_copy_part',
        [text('copyId', 36), number('number'), flag('isTop'), long('entries'), long('folders', true)],
        new TableIndex({
          name: 'file_share_copy_part_order',
          columnNames: ['school', 'copyId', 'number'],
          isUnique: true,
        }),
      ),
      true,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of ['file_share_copy_part', 'file_share_copy']) await runner.dropTable(name, true);
  }
}

function table(name: string, columns: TableColumn[], index: TableIndex): Table {
  const id = new TableColumn({ name: 'id', type: 'varchar', length: '36', isPrimary: true });
  return new Table({ name, columns: [id, text('school', 8), ...columns], indices: [index] });
}

function text(name: string, length: number, isNullable = false): TableColumn {
  return new TableColumn({ name, type: 'varchar', length: String(length), isNullable });
}

function long(name: string, isNullable = false): TableColumn {
  return new TableColumn({ name, type: 'text', isNullable });
}

function number(name: string): TableColumn {
  return new TableColumn({ name, type: 'integer' });
}

function flag(name: string): TableColumn {
  return new TableColumn({ name, type: 'boolean' });
}

function instant(name: string): TableColumn {
  return new TableColumn({ name, type: 'datetime', precision: 3 });
}
