// SPDX-License-Identifier: EUPL-1.2
import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm';

const MESSAGE = 'messaging_message';

/** When nothing of a message was left to deliver or to decide. Frozen: a change is another migration. */
export class SettleTime1796774400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    if (await runner.hasColumn(MESSAGE, 'settledAt')) return;
    await runner.addColumn(
      MESSAGE,
      new TableColumn({ name: 'settledAt', type: 'datetime', precision: 3, isNullable: true }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    if (await runner.hasColumn(MESSAGE, 'settledAt')) await runner.dropColumn(MESSAGE, 'settledAt');
  }
}
