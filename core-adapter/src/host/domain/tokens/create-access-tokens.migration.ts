// SPDX-License-Identifier: EUPL-1.2
import { Table, type MigrationInterface, type QueryRunner } from 'typeorm';
import { column, foreignKey, unique } from '../../infra/database/columns.js';

/** Personal access tokens. Frozen: a change is another migration. */
export class CreateAccessTokens1764028800060 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'core_access_token',
        columns: [
          column.id(),
          column.uuid('personId'),
          column.text('name', 60),
          column.text('secretHash', 64),
          column.long('brickIds'),
          column.instant('createdAt'),
          column.instant('lastUsedAt', { optional: true }),
          column.instant('endsAt', { optional: true }),
        ],
        indices: [
          unique('core_access_token_secret', ['secretHash']),
          unique('core_access_token_name', ['personId', 'name']),
        ],
        foreignKeys: [foreignKey('core_access_token_to_person', 'personId', { table: 'core_person', column: 'id' })],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('core_access_token');
  }
}
