// SPDX-License-Identifier: EUPL-1.2
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { column } from '../../infra/database/columns.js';

/** Adds the fingerprint of the source before each run. */
export class AddMarks1764028800021 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.addColumn('core_sync_run', column.text('mark', 190, { optional: true }));
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropColumn('core_sync_run', 'mark');
  }
}
