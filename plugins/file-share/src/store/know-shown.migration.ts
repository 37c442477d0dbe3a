// SPDX-License-Identifier: EUPL-1.2
import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm';

const PART = 'file_share_work_pupil';

/** A part knows whether its pupil or their family saw it: picked pupils have a row before that. Frozen: a change is another migration. */
export class KnowShown1796861100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const column = new TableColumn({ name: 'shown', type: 'boolean', default: 0 });
    // MariaDB commits each change of a table by itself: after a crash it may be there.
    if (!(await runner.hasColumn(PART, column.name))) await runner.addColumn(PART, column);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn(PART, 'shown');
  }
}
