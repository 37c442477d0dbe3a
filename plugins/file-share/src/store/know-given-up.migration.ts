// SPDX-License-Identifier: EUPL-1.2
import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm';

const COLUMNS = [
  // Whether the pupil deleted their copy of the file for good (ADR 82).
  ['file_share_node', { name: 'givenUp', type: 'boolean', default: 0 }],
  // The maximum number of readers that it had before its folder was closed (ADR 82).
  ['file_share_node', { name: 'shownTo', type: 'varchar', length: '8', isNullable: true }],
  // Sheets of a work that were removed and then deleted for good.
  ['file_share_work', { name: 'deletedFiles', type: 'integer', default: 0 }],
] as const;

/** Frozen: a change is another migration. */
export class KnowGivenUp1796775060000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const [table, column] of COLUMNS) {
      // MariaDB commits each change of a table by itself: after a crash it may be there.
      if (!(await runner.hasColumn(table, column.name))) await runner.addColumn(table, new TableColumn(column));
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [table, { name }] of [...COLUMNS].reverse()) {
      if (await runner.hasColumn(table, name)) await runner.dropColumn(table, name);
    }
  }
}
