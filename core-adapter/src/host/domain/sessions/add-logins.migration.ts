// SPDX-License-Identifier: EUPL-1.2
import { Table, type MigrationInterface, type QueryRunner } from 'typeorm';
import { column, foreignKey, index } from '../../infra/database/columns.js';

/** Adds pending proxy-granting tickets, and the school shown last. Frozen: a change is another migration. */
export class AddLogins1764028800062 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'core_pending_grant',
        columns: [column.key('idHash', 64), column.text('sealed', 600), column.instant('keptAt')],
        indices: [index('core_pending_grant_at', ['keptAt'])],
      }),
    );
    await runner.createTable(
      new Table({
        name: 'core_last_school',
        columns: [column.id('personId'), column.text('uai', 8)],
        foreignKeys: [foreignKey('core_last_school_to_person', 'personId', { table: 'core_person', column: 'id' })],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['core_last_school', 'core_pending_grant']) await runner.dropTable(table);
  }
}
