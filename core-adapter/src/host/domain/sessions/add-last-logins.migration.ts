// SPDX-License-Identifier: EUPL-1.2
import { Table, type MigrationInterface, type QueryRunner } from 'typeorm';
import { column, foreignKey } from '../../infra/database/columns.js';

/** Adds the last login of each person. Frozen: a change is another migration. */
export class AddLastLogins1764028800090 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'core_last_login',
        columns: [column.id('personId'), column.instant('at')],
        foreignKeys: [foreignKey('core_last_login_to_person', 'personId', { table: 'core_person', column: 'id' })],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('core_last_login');
  }
}
