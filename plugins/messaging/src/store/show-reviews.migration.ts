// SPDX-License-Identifier: EUPL-1.2
import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm';

const REPORT = 'messaging_report';

/** The text of a message that a teacher showed to the heads before deciding about it. Frozen: a change is another migration. */
export class ShowReviews1796774760000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    if (await runner.hasColumn(REPORT, 'shown')) return;
    await runner.addColumn(REPORT, new TableColumn({ name: 'shown', type: 'text', isNullable: true }));
  }

  async down(runner: QueryRunner): Promise<void> {
    if (!(await runner.hasColumn(REPORT, 'shown'))) return;
    // An earlier version would show the message as it is now, which may be a draft of the pupil.
    await runner.query(`DELETE FROM ${REPORT} WHERE refusalId <> '' AND word IS NULL`);
    await runner.dropColumn(REPORT, 'shown');
  }
}
