// SPDX-License-Identifier: EUPL-1.2
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { column } from '../../infra/database/columns.js';

const TABLE = 'core_stand_in';

/** Lets somebody leave a word for a replacement teacher. Frozen: a change is another migration. */
export class AddWords1764028801138 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.addColumns(TABLE, [
      column.text('word', 300, { optional: true }),
      column.uuid('wordBy', { optional: true }),
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumns(TABLE, ['word', 'wordBy']);
  }
}
