// SPDX-License-Identifier: EUPL-1.2
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { column } from '../../infra/database/columns.js';

/** Adds the cursor of a run and the time of the last full reading. Frozen: a change is another migration. */
export class AddChanges1764028800032 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.addColumns('core_sync_run', [
      column.text('since', 190, { optional: true }),
      column.instant('fullAt', { optional: true }),
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumns('core_sync_run', ['since', 'fullAt']);
  }
}
