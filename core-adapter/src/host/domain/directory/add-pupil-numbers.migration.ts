// SPDX-License-Identifier: EUPL-1.2
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { column, index } from '../../infra/database/columns.js';

/** Adds further attributes of pupils, and the digest of the attributes of any person in a source. Frozen: a change is another migration. */
export class AddPupilNumbers1764028800030 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.addColumns('core_external_id', [
      column.text('ine', 11, { optional: true }),
      column.text('birthDate', 10, { optional: true }),
      column.text('level', 20, { optional: true }),
      column.text('digest', 16, { optional: true }),
    ]);
    await runner.createIndex('core_external_id', index('core_external_id_ine', ['ine']));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex('core_external_id', 'core_external_id_ine');
    await runner.dropColumns('core_external_id', ['ine', 'birthDate', 'level', 'digest']);
  }
}
