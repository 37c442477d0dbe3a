// SPDX-License-Identifier: EUPL-1.2
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { column, index } from '../../infra/database/columns.js';

/** Adds the former login of leavers, to tell a closed account from an unknown one. Frozen: a change is another migration. */
export class AddFormerLogins1764028800061 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.addColumns('core_external_id', [column.text('formerLogin', 190, { optional: true })]);
    await runner.createIndex('core_external_id', index('core_external_id_former', ['source', 'formerLogin']));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex('core_external_id', 'core_external_id_former');
    await runner.dropColumns('core_external_id', ['formerLogin']);
  }
}
