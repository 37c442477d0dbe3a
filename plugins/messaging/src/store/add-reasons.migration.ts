// SPDX-License-Identifier: EUPL-1.2
import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm';

const REPORT = 'messaging_report';

/** The reasons that a person added to a report. Frozen: a change is another migration. */
export class AddReasons1796774520000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    if (await runner.hasColumn(REPORT, 'added')) return;
    await runner.addColumn(REPORT, new TableColumn({ name: 'added', type: 'text', isNullable: true }));
  }

  async down(runner: QueryRunner): Promise<void> {
    if (await runner.hasColumn(REPORT, 'added')) await runner.dropColumn(REPORT, 'added');
  }
}
