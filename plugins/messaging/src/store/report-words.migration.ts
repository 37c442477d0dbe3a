// SPDX-License-Identifier: EUPL-1.2
import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm';

const REPORT = 'messaging_report';
const COLUMNS = [
  new TableColumn({ name: 'word', type: 'varchar', length: '500', isNullable: true }),
  new TableColumn({ name: 'wordBy', type: 'varchar', length: '36', isNullable: true }),
  new TableColumn({ name: 'wordAt', type: 'datetime', precision: 3, isNullable: true }),
];

/** The word of a refusal that a pupil reported, its author and its time. Frozen: a change is another migration. */
export class ReportWords1796169600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // MariaDB commits each change of a table by itself: after a crash in the middle, parts of it are there.
    for (const column of COLUMNS)
      if (!(await runner.hasColumn(REPORT, column.name))) await runner.addColumn(REPORT, column);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const { name } of COLUMNS) if (await runner.hasColumn(REPORT, name)) await runner.dropColumn(REPORT, name);
  }
}
