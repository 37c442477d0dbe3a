// SPDX-License-Identifier: EUPL-1.2
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { column } from '../../infra/database/columns.js';

/** Adds the digest of what a run compared. Frozen: a change is another migration. */
export class AddDigests1764028800260 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.addColumn('core_sync_run', column.text('digest', 43, { optional: true }));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn('core_sync_run', 'digest');
  }
}
