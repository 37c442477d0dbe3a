// SPDX-License-Identifier: EUPL-1.2
import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';

/** One table for all that is rationed by a sliding hour, in place of messages counted by the full hour. Frozen: a change is another migration. */
export class RationMessages1795996800000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const columns = [
      ...OWN,
      { name: 'act', type: 'varchar', length: '8' },
      { name: 'turns', type: 'integer' },
      { name: 'instants', type: 'text' },
      { name: 'lastAt', type: 'datetime', precision: 3 },
    ];
    const indices = [
      { name: 'messaging_ration_act', columnNames: ['school', 'ownerId', 'act'], isUnique: true },
      { name: 'messaging_ration_last', columnNames: ['school', 'lastAt'] },
    ];
    await runner.createTable(new Table({ name: 'messaging_ration', columns, indices }), true);
    await runner.dropTable('messaging_sending', true);
  }

  async down(runner: QueryRunner): Promise<void> {
    const columns = [...OWN, { name: 'hour', type: 'integer' }, { name: 'sent', type: 'integer' }];
    const indices = [{ name: 'messaging_sending_hour', columnNames: ['school', 'ownerId', 'hour'], isUnique: true }];
    await runner.createTable(new Table({ name: 'messaging_sending', columns, indices }), true);
    await runner.dropTable('messaging_ration', true);
  }
}

const OWN = [
  { name: 'id', type: 'varchar', length: '36', isPrimary: true },
  { name: 'school', type: 'varchar', length: '8' },
  { name: 'ownerId', type: 'varchar', length: '36' },
];
