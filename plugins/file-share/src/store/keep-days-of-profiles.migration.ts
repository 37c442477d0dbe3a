// SPDX-License-Identifier: EUPL-1.2
import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm';

const SPACE = 'file_share_space';

/** The school knows since when the days of its trash count for each profile (ADR 66). Frozen: a change is another migration. */
export class KeepDaysOfProfiles1796775180000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const column = new TableColumn({ name: 'trashFromOf', type: 'text', isNullable: true });
    // MariaDB commits each change of a table by itself: after a crash it may be there.
    if (!(await runner.hasColumn(SPACE, column.name))) await runner.addColumn(SPACE, column);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn(SPACE, 'trashFromOf');
  }
}
