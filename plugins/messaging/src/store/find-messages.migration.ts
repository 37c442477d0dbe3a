// SPDX-License-Identifier: EUPL-1.2
import { type MigrationInterface, type QueryRunner, TableIndex } from 'typeorm';

const COPY = 'messaging_copy';
const NAME = 'messaging_copy_newest';

/** The index by which a search reads the mailbox of a person, the newest message first. Frozen: a change is another migration. */
export class FindMessages1795910400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    if ((await runner.getTable(COPY))?.indices.some(({ name }) => name === NAME)) return;
    const columnNames = ['school', 'ownerId', 'at', 'messageId', 'box', 'hiddenAt'];
    await runner.createIndex(COPY, new TableIndex({ name: NAME, columnNames }));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex(COPY, NAME);
  }
}
