// SPDX-License-Identifier: EUPL-1.2
import { Table, type MigrationInterface, type QueryRunner } from 'typeorm';
import { column, foreignKey, index, unique } from '../../../infra/database/columns.js';

const group = { table: 'core_group', column: 'id' };

/** Keeps which classes of several sources are one, and the members that one lends to the other (ADR 132). Frozen: a change is another migration. */
export class CreateClassJoins1764028800280 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'core_class_join',
        columns: [
          column.id(),
          column.text('uai', 8),
          column.uuid('groupId'),
          column.uuid('ownId'),
          column.text('state', 10),
          column.instant('askedAt'),
          column.instant('decidedAt', { optional: true }),
          column.text('decidedBy', 36, { optional: true }),
          column.long('reason', { optional: true }),
        ],
        indices: [
          unique('core_class_join_pair', ['groupId', 'ownId']),
          index('core_class_join_own', ['ownId']),
          index('core_class_join_state', ['state']),
        ],
        foreignKeys: [
          foreignKey('core_class_join_to_group', 'groupId', group),
          foreignKey('core_class_join_to_own', 'ownId', group),
        ],
      }),
    );
    await runner.addColumns('core_group', [column.uuid('joinedTo', { optional: true })]);
    await runner.addColumns('core_membership', [column.uuid('via', { optional: true })]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DELETE FROM core_membership WHERE via IS NOT NULL');
    await runner.dropColumns('core_membership', ['via']);
    await runner.dropColumns('core_group', ['joinedTo']);
    await runner.dropTable('core_class_join');
  }
}
