// SPDX-License-Identifier: EUPL-1.2
import { Table, type MigrationInterface, type QueryRunner } from 'typeorm';
import { column, foreignKey } from '../../infra/database/columns.js';

/** Adds the reminders of former schools that people have put away. Frozen: a change is another migration. */
export class CreatePutAway1764028800230 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'core_put_away',
        columns: [column.id('personId'), column.key('uai', 8), column.instant('at')],
        foreignKeys: [
          foreignKey('core_put_away_to_person', 'personId', { table: 'core_person', column: 'id' }),
          foreignKey('core_put_away_to_school', 'uai', { table: 'core_school', column: 'uai' }),
        ],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('core_put_away');
  }
}
