// SPDX-License-Identifier: EUPL-1.2
import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm';

const PART = 'file_share_work_pupil';

/** A part knows what it was before it was given back (ADR 130). What earlier versions gave back stays. Frozen: a change is another migration. */
export class KnowUndo1796861220130 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const column = new TableColumn({ name: 'undo', type: 'text', isNullable: true });
    // MariaDB commits each change of a table by itself: after a crash it may be there.
    if (!(await runner.hasColumn(PART, column.name))) await runner.addColumn(PART, column);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn(PART, 'undo');
  }
}
