// SPDX-License-Identifier: EUPL-1.2
import { Table, type MigrationInterface, type QueryRunner } from 'typeorm';
import { column, foreignKey } from '../../infra/database/columns.js';

/** Granted heads that no directory names in their school any more. Frozen: a change is another migration. */
export class CreateLapsingGrants1764028800151 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'core_lapsing_grant',
        columns: [
          column.id('attachmentId'),
          column.instant('noticedAt'),
          column.instant('warnedAt', { optional: true }),
        ],
        foreignKeys: [
          foreignKey('core_lapsing_grant_to_attachment', 'attachmentId', { table: 'core_attachment', column: 'id' }),
        ],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('core_lapsing_grant');
  }
}
