// SPDX-License-Identifier: EUPL-1.2
import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm';

const REFUSAL = 'messaging_refusal';

/** When the author of a message was told the word by which it was refused. Frozen: a change is another migration. */
export class TellRefusals1796774580000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    if (await runner.hasColumn(REFUSAL, 'toldAt')) return;
    await runner.addColumn(
      REFUSAL,
      new TableColumn({ name: 'toldAt', type: 'datetime', precision: 3, isNullable: true }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    if (await runner.hasColumn(REFUSAL, 'toldAt')) await runner.dropColumn(REFUSAL, 'toldAt');
  }
}
