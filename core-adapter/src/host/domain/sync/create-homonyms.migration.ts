// SPDX-License-Identifier: EUPL-1.2
import { Table, type MigrationInterface, type QueryRunner } from 'typeorm';
import { column, foreignKey, index, unique } from '../../infra/database/columns.js';

const person = { table: 'core_person', column: 'id' };

/** Creates the table of pairs of people who may be one. Frozen: a change is another migration. */
export class CreateHomonyms1764028800050 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'core_homonym',
        columns: [
          column.id(),
          column.text('source', 60),
          column.uuid('personId'),
          column.uuid('otherId'),
          column.text('why', 10),
          column.text('state', 10),
          column.instant('askedAt'),
          column.instant('decidedAt', { optional: true }),
          column.text('decidedBy', 36, { optional: true }),
          column.long('reason', { optional: true }),
        ],
        indices: [
          unique('core_homonym_pair', ['personId', 'otherId']),
          index('core_homonym_other', ['otherId']),
          index('core_homonym_state', ['state']),
        ],
        foreignKeys: [
          foreignKey('core_homonym_to_person', 'personId', person),
          foreignKey('core_homonym_to_other', 'otherId', person),
        ],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('core_homonym');
  }
}
