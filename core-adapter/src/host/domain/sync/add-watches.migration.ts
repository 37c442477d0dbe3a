// SPDX-License-Identifier: EUPL-1.2
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { column } from '../../infra/database/columns.js';

/** Adds the host that follows a source. Frozen: a change is another migration. */
export class AddWatches1764028800031 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const columns = [column.uuid('watchedBy', { optional: true }), column.instant('watchedUntil', { optional: true })];
    await runner.addColumns('core_sync_source', columns);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumns('core_sync_source', ['watchedBy', 'watchedUntil']);
  }
}
