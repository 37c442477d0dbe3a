// SPDX-License-Identifier: EUPL-1.2
import { Table, type MigrationInterface, type QueryRunner } from 'typeorm';
import { column, index } from '../../infra/database/columns.js';

/**
 * Jobs of bricks, and the next times of those that run by a cron pattern. Frozen: a change is another migration. No foreign
 * key to the school: MariaDB would lock its row for each job, and a sync keeps that for as long as it writes.
 */
export class CreateJobs1764028800100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'core_job',
        columns: [
          column.id(),
          column.text('brick', 60),
          column.text('uai', 8),
          column.text('name', 60),
          column.text('key', 190, { optional: true }),
          column.long('data'),
          column.instant('createdAt'),
          column.instant('dueAt'),
          column.uuid('leasedBy', { optional: true }),
          column.instant('leasedUntil', { optional: true }),
          column.integer('tries'),
          column.text('error', 500, { optional: true }),
          column.instant('gaveUpAt', { optional: true }),
        ],
        indices: [index('core_job_due', ['dueAt']), index('core_job_key', ['brick', 'uai', 'name', 'key'])],
      }),
    );
    await runner.createTable(
      new Table({
        name: 'core_job_schedule',
        columns: [
          column.key('brick', 60),
          column.key('name', 60),
          column.text('pattern', 60),
          column.instant('nextAt'),
        ],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('core_job_schedule');
    await runner.dropTable('core_job');
  }
}
