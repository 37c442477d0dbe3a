// SPDX-License-Identifier: EUPL-1.2
import { Table, type MigrationInterface, type QueryRunner } from 'typeorm';
import { column, index } from '../infra/database/columns.js';

/** In the order of their creation. */
const tables = (): Table[] => [
  new Table({
    name: 'core_session',
    columns: [
      column.key('idHash', 64),
      column.uuid('personId'),
      column.text('ticketHash', 64),
      column.long('data'),
      column.instant('seenAt'),
      column.instant('endsAt'),
    ],
    indices: [
      index('core_session_ticket', ['ticketHash']),
      index('core_session_person', ['personId']),
      index('core_session_ends', ['endsAt']),
    ],
  }),
  new Table({
    name: 'core_ended_ticket',
    columns: [column.key('ticketHash', 64), column.instant('endedAt')],
    indices: [index('core_ended_ticket_at', ['endedAt'])],
  }),
  new Table({
    name: 'core_activation',
    columns: [
      column.id(),
      column.text('uai', 8),
      column.text('brick', 60),
      column.long('profiles'),
      column.long('groupIds'),
      column.instant('from'),
      column.instant('until', { optional: true }),
      column.text('enabledBy', 36),
      column.text('disabledBy', 36, { optional: true }),
    ],
    indices: [index('core_activation_school', ['uai', 'brick'])],
  }),
  new Table({
    name: 'core_audit',
    columns: [
      column.id(),
      column.instant('at'),
      column.text('actor', 36),
      column.text('uai', 8, { optional: true }),
      column.text('action', 100),
      column.long('subject'),
      column.text('outcome', 10),
    ],
    indices: [index('core_audit_school_at', ['uai', 'at'])],
  }),
  new Table({ name: 'core_administrator', columns: [column.id('personId'), column.instant('grantedAt')] }),
];

/** Sessions, activations, the audit trail and the administrators of the platform. */
export class CreateHost1764028800002 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const table of tables()) await queryRunner.createTable(table);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const { name } of tables()) await queryRunner.dropTable(name);
  }
}
