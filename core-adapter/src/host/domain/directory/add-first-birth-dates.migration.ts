// SPDX-License-Identifier: EUPL-1.2
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { column } from '../../infra/database/columns.js';

/** Adds the day of birth that a key came with. Frozen: a change is another migration. */
export class AddFirstBirthDates1764028800190 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.addColumns('core_external_id', [column.text('firstBirthDate', 10, { optional: true })]);
    await runner.query('UPDATE core_external_id SET firstBirthDate = lastBirthDate');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumns('core_external_id', ['firstBirthDate']);
  }
}
