// SPDX-License-Identifier: EUPL-1.2
import { Table, TableColumn, type MigrationInterface, type QueryRunner } from 'typeorm';
import { column, foreignKey, index } from '../../infra/database/columns.js';

const number = { type: 'integer', isPrimary: true };

/** Creates the tables of sync runs and their plans. Frozen: a change is another migration. */
export class CreateSync1764028800001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const table of tables()) await runner.createTable(table);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of tables().reverse()) await runner.dropTable(table);
  }
}

function tables(): Table[] {
  return [
    new Table({ name: 'core_sync_source', columns: [column.key('name', 60), column.integer('appliedRun')] }),
    new Table({
      name: 'core_sync_run',
      columns: [
        new TableColumn({ ...number, name: 'id', isGenerated: true, generationStrategy: 'increment' }),
        column.text('source', 60),
        column.text('state', 10),
        column.instant('startedAt'),
        column.instant('endedAt', { optional: true }),
        column.integer('baseRun'),
        column.long('counts', { optional: true }),
        column.long('ignored', { optional: true }),
        column.long('verdict', { optional: true }),
        column.long('failure', { optional: true }),
        column.text('approvedBy', 190, { optional: true }),
        column.long('approvalReason', { optional: true }),
      ],
      indices: [index('core_sync_run_source', ['source'])],
    }),
    new Table({
      name: 'core_sync_plan_part',
      columns: [
        new TableColumn({ ...number, name: 'runId' }),
        new TableColumn({ ...number, name: 'part' }),
        column.long('content'),
      ],
      foreignKeys: [foreignKey('core_sync_plan_part_to_run', 'runId', { table: 'core_sync_run', column: 'id' })],
    }),
  ];
}
