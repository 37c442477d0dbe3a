// SPDX-License-Identifier: EUPL-1.2
import { type MigrationInterface, type QueryRunner, TableColumn, TableIndex } from 'typeorm';

const TABLE = 'file_share_file';
const COLUMN = 'uploadMark';
const INDEX = 'file_share_file_upload';

/** An upload that is sent a second time finds the file of the first (ADR 34). Frozen: a change is another migration. */
export class KnowUploads1764028800072 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // MariaDB commits each change of a table by itself: after a crash in the middle, the column is there.
    if (!(await runner.hasColumn(TABLE, COLUMN))) {
      await runner.addColumn(TABLE, new TableColumn({ name: COLUMN, type: 'varchar', length: '64', isNullable: true }));
    }
    await runner.createIndex(TABLE, new TableIndex({ name: INDEX, columnNames: ['school', COLUMN], isUnique: true }));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex(TABLE, INDEX);
    await runner.dropColumn(TABLE, COLUMN);
  }
}
