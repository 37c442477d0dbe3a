// SPDX-License-Identifier: EUPL-1.2
import { type MigrationInterface, type QueryRunner, TableIndex } from 'typeorm';

const COPY = 'messaging_copy';
const UNREAD = new TableIndex({
  name: 'messaging_copy_unread',
  columnNames: ['school', 'ownerId', 'box', 'isLast', 'readAt', 'recalledAt'],
});

/** The index by which unread threads are counted for the badge of each page. Frozen: a change is another migration. */
export class IndexUnread1796774700000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    if (!(await hasIndex(runner))) await runner.createIndex(COPY, UNREAD);
  }

  async down(runner: QueryRunner): Promise<void> {
    if (await hasIndex(runner)) await runner.dropIndex(COPY, UNREAD);
  }
}

async function hasIndex(runner: QueryRunner): Promise<boolean> {
  return (await runner.getTable(COPY))?.indices.some(({ name }) => name === UNREAD.name) ?? false;
}
