// SPDX-License-Identifier: EUPL-1.2
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { column } from '../../infra/database/columns.js';

/** Adds the names that a key came with. Frozen: a change is another migration. */
export class AddFirstNames1764028800150 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.addColumns('core_external_id', [
      column.text('firstGivenName', 100, { optional: true }),
      column.text('firstFamilyName', 100, { optional: true }),
    ]);
    await runner.query('UPDATE core_external_id SET firstGivenName = givenName, firstFamilyName = familyName');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumns('core_external_id', ['firstGivenName', 'firstFamilyName']);
  }
}
