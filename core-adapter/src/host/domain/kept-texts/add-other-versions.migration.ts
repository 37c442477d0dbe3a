// SPDX-License-Identifier: EUPL-1.2
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { column } from '../../infra/database/columns.js';

const TABLE = 'core_kept_text';

/** Tells which page has kept the other text of a form. Frozen: a change is another migration. */
export class AddOtherVersions1764028801120 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.addColumns(TABLE, [column.text('otherVersion', 36, { optional: true })]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumns(TABLE, ['otherVersion']);
  }
}
