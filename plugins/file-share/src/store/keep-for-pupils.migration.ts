// SPDX-License-Identifier: EUPL-1.2
import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm';

const NODE = 'file_share_node';

/** A copy that was kept for a pupil says from which group it comes (ADR 82). Frozen: a change is another migration. */
export class KeepForPupils1796774600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const column = new TableColumn({ name: 'keptFrom', type: 'varchar', length: '36', isNullable: true });
    // MariaDB commits each change of a table by itself: after a crash it may be there.
    if (!(await runner.hasColumn(NODE, column.name))) await runner.addColumn(NODE, column);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn(NODE, 'keptFrom');
  }
}
