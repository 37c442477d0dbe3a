// SPDX-License-Identifier: EUPL-1.2
import { Table, type MigrationInterface, type QueryRunner } from 'typeorm';
import { column, foreignKey, index } from '../../infra/database/columns.js';

/** Replacement teachers. Frozen: a change is another migration. */
export class CreateStandIns1764028800110 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'core_stand_in',
        columns: [
          column.id(),
          column.text('uai', 8),
          column.uuid('groupId'),
          column.uuid('personId'),
          column.instant('from'),
          column.instant('until'),
          column.uuid('addedBy'),
          column.instant('addedAt'),
        ],
        indices: [
          index('core_stand_in_school', ['uai', 'until']),
          index('core_stand_in_group', ['groupId']),
          index('core_stand_in_person', ['personId']),
        ],
        foreignKeys: [
          foreignKey('core_stand_in_to_school', 'uai', { table: 'core_school', column: 'uai' }),
          foreignKey('core_stand_in_to_group', 'groupId', { table: 'core_group', column: 'id' }),
          foreignKey('core_stand_in_to_person', 'personId', { table: 'core_person', column: 'id' }),
        ],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('core_stand_in');
  }
}
