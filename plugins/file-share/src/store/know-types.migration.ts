// SPDX-License-Identifier: EUPL-1.2
import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm';

const CONTENT = 'file_share_content';

/** A content knows its type, which decides how a page shows it. Frozen: a change is another migration. */
export class KnowTypes1796861220140 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const column = new TableColumn({ name: 'type', type: 'varchar', length: '100', isNullable: true, default: "''" });
    // MariaDB commits each change of a table by itself: after a crash it may be there.
    if (!(await runner.hasColumn(CONTENT, column.name))) await runner.addColumn(CONTENT, column);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn(CONTENT, 'type');
  }
}
