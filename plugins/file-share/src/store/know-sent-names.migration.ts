// SPDX-License-Identifier: EUPL-1.2
import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm';

const NODE = 'file_share_node';

/** A file of a work knows the name that it was sent with, which its own name no longer tells. Frozen: a change is another migration. */
export class KnowSentNames1796774700000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const column = new TableColumn({ name: 'sentMark', type: 'varchar', length: '64', isNullable: true });
    // MariaDB commits each change of a table by itself: after a crash it may be there.
    if (!(await runner.hasColumn(NODE, column.name))) await runner.addColumn(NODE, column);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn(NODE, 'sentMark');
  }
}
