// SPDX-License-Identifier: EUPL-1.2
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { column } from '../../infra/database/columns.js';

const TABLE = 'core_kept_text';

/** Lets a text that was thrown away wait for an hour, so that it can be put back. Frozen: a change is another migration. */
export class AddThrownTexts1764028801137 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.addColumns(TABLE, [
      column.text('formKey', 16, { optional: true }),
      column.instant('thrownAt', { optional: true }),
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM ${TABLE} WHERE thrownAt IS NOT NULL`);
    await runner.dropColumns(TABLE, ['formKey', 'thrownAt']);
  }
}
