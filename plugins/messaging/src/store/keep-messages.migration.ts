// SPDX-License-Identifier: EUPL-1.2
import { type MigrationInterface, type QueryRunner, TableIndex } from 'typeorm';

const MESSAGE = 'messaging_message';
const NAME = 'messaging_message_sent';

/** The index by which the retention reads the messages of a school, the oldest first. Frozen: a change is another migration. */
export class KeepMessages1795996800000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    if ((await runner.getTable(MESSAGE))?.indices.some(({ name }) => name === NAME)) return;
    const columnNames = ['school', 'sentAt', 'id'];
    await runner.createIndex(MESSAGE, new TableIndex({ name: NAME, columnNames }));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex(MESSAGE, NAME);
  }
}
