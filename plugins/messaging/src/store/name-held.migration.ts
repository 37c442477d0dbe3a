// SPDX-License-Identifier: EUPL-1.2
import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm';

const REVIEW = 'messaging_review';

/** Why a message waits for a teacher. Frozen: a change is another migration. */
export class NameHeld1796688000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    if (await runner.hasColumn(REVIEW, 'heldFor')) return;
    await runner.addColumn(
      REVIEW,
      new TableColumn({ name: 'heldFor', type: 'varchar', length: '8', isNullable: true }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    if (await runner.hasColumn(REVIEW, 'heldFor')) await runner.dropColumn(REVIEW, 'heldFor');
  }
}
