// SPDX-License-Identifier: EUPL-1.2
import { Table, type MigrationInterface, type QueryRunner } from 'typeorm';
import { column } from '../../infra/database/columns.js';

/** Adds the latest time of the clock, by which a leap is noticed. Frozen: a change is another migration. */
export class CreateClock1764028800220 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const columns = [
      column.id(),
      column.instant('at'),
      column.instant('before', { optional: true }),
      column.instant('leaptAt', { optional: true }),
      column.instant('heldUntil', { optional: true }),
    ];
    await runner.createTable(new Table({ name: 'core_clock', columns }));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('core_clock');
  }
}
