// SPDX-License-Identifier: EUPL-1.2
import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm';

const NODE = 'file_share_node';

/** A node says that it was put into a drop box (ADR 82). Frozen: a change is another migration. */
export class KnowDropped1796774940000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const column = new TableColumn({ name: 'dropped', type: 'boolean', default: 0 });
    // MariaDB commits each change of a table by itself: after a crash it may be there.
    if (!(await runner.hasColumn(NODE, column.name))) await runner.addColumn(NODE, column);
    // Nobody knows where it was put: what one pupil reads alone stays so.
    await runner.query(`UPDATE ${NODE} SET dropped = 1 WHERE spaceKind = 'group' AND ownerId IS NOT NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn(NODE, 'dropped');
  }
}
