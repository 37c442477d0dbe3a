// SPDX-License-Identifier: EUPL-1.2
import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm';

const RECIPIENT = 'messaging_recipient';

/** Which people a message does not reach that others have received. Frozen: a change is another migration. */
export class NameMissed1796774460000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    if (await runner.hasColumn(RECIPIENT, 'missedAt')) return;
    await runner.addColumn(
      RECIPIENT,
      new TableColumn({ name: 'missedAt', type: 'datetime', precision: 3, isNullable: true }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    if (await runner.hasColumn(RECIPIENT, 'missedAt')) await runner.dropColumn(RECIPIENT, 'missedAt');
  }
}
