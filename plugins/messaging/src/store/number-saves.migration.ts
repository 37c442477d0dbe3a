// SPDX-License-Identifier: EUPL-1.2
import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm';

const MESSAGE = 'messaging_message';

/** Which save of its form a draft holds. Frozen: a change is another migration. */
export class NumberSaves1796515200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    if (await runner.hasColumn(MESSAGE, 'formTurn')) return;
    await runner.addColumn(MESSAGE, new TableColumn({ name: 'formTurn', type: 'integer', isNullable: true }));
  }

  async down(runner: QueryRunner): Promise<void> {
    if (await runner.hasColumn(MESSAGE, 'formTurn')) await runner.dropColumn(MESSAGE, 'formTurn');
  }
}
