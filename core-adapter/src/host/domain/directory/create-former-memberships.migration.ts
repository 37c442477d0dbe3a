// SPDX-License-Identifier: EUPL-1.2
import { Table, type MigrationInterface, type QueryRunner } from 'typeorm';
import { column, foreignKey, index } from '../../infra/database/columns.js';

/** Memberships that have ended, for the sync guard. Frozen: a change is another migration. */
export class CreateFormerMemberships1764028800081 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'core_former_membership',
        columns: [
          column.id(),
          column.uuid('groupId'),
          column.uuid('personId'),
          column.text('role', 10),
          column.instant('until'),
        ],
        indices: [
          index('core_former_membership_until', ['until']),
          index('core_former_membership_person', ['personId']),
        ],
        foreignKeys: [
          foreignKey('core_former_membership_to_group', 'groupId', { table: 'core_group', column: 'id' }),
          foreignKey('core_former_membership_to_person', 'personId', { table: 'core_person', column: 'id' }),
        ],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('core_former_membership');
  }
}
