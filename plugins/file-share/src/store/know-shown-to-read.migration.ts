// SPDX-License-Identifier: EUPL-1.2
import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm';

const PART = 'file_share_work_pupil';

/**
 * A part knows whether its work was shown while it was only to be read: a teacher may ask to hand it in later (ADR 65). Frozen: a change is
 * another migration.
 */
export class KnowShownToRead1796861220000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const column = new TableColumn({ name: 'shownToRead', type: 'boolean', default: 0 });
    // MariaDB commits each change of a table by itself: after a crash it may be there.
    if (!(await runner.hasColumn(PART, column.name))) await runner.addColumn(PART, column);
    await runner.query(
      `UPDATE file_share_work_pupil SET shownToRead = 1
       WHERE shown = 1 AND workId IN (SELECT id FROM file_share_work WHERE collects = 0)`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn(PART, 'shownToRead');
  }
}
