// SPDX-License-Identifier: EUPL-1.2
import { type MigrationInterface, type QueryRunner, Table, TableColumn, TableIndex } from 'typeorm';

const TABLES = ['message', 'text', 'recipient', 'copy', 'review'];

/** Messages, their texts, recipients, copies and reviews. Frozen: a change is another migration. */
export class CreateMessages1795737600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      table(
        'message',
        [
          id('threadId'),
          id('replyToId', { isNullable: true }),
          id('authorId', { isNullable: true }),
          text('asProfile', 8),
          text('subject', 200),
          text('state', 8),
          new TableColumn({ name: 'version', type: 'integer' }),
          new TableColumn({ name: 'urgent', type: 'boolean' }),
          instant('sentAt'),
        ],
        [index('message_author', ['authorId', 'sentAt'])],
      ),
    );
    await runner.createTable(
      table(
        'text',
        [
          id('messageId'),
          new TableColumn({ name: 'body', type: 'text' }),
          new TableColumn({ name: 'folded', type: 'text' }),
        ],
        [index('text_message', ['messageId'], { isUnique: true })],
      ),
    );
    await runner.createTable(
      table(
        'recipient',
        [
          id('messageId'),
          id('toPerson', { isNullable: true }),
          id('toGroup', { isNullable: true }),
          text('part', 8, { isNullable: true }),
        ],
        [index('recipient_message', ['messageId']), index('recipient_person', ['toPerson'])],
      ),
    );
    await createCopies(runner);
    await createReviews(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of TABLES) await runner.dropTable(`messaging_${name}`);
  }
}

function createCopies(runner: QueryRunner): Promise<void> {
  return runner.createTable(
    table(
      'copy',
      [
        id('ownerId'),
        id('threadId'),
        id('messageId'),
        text('box', 8),
        new TableColumn({ name: 'isLast', type: 'boolean' }),
        instant('at'),
        instant('readAt', { isNullable: true }),
        instant('hiddenAt', { isNullable: true }),
        instant('purgeAt', { isNullable: true }),
      ],
      [
        index('copy_message', ['messageId', 'ownerId'], { isUnique: true }),
        index('copy_box', ['ownerId', 'box', 'isLast', 'at', 'messageId']),
        index('copy_thread', ['threadId', 'ownerId']),
      ],
    ),
  );
}

function createReviews(runner: QueryRunner): Promise<void> {
  return runner.createTable(
    table(
      'review',
      [
        id('messageId'),
        id('groupId'),
        text('state', 8),
        new TableColumn({ name: 'version', type: 'integer' }),
        instant('heldAt'),
        id('decidedBy', { isNullable: true }),
        instant('decidedAt', { isNullable: true }),
        text('word', 500, { isNullable: true }),
      ],
      [
        index('review_message', ['messageId', 'groupId'], { isUnique: true }),
        index('review_waiting', ['state', 'heldAt']),
      ],
    ),
  );
}

function table(name: string, columns: TableColumn[], indices: TableIndex[]): Table {
  const own = [new TableColumn({ name: 'id', type: 'varchar', length: '36', isPrimary: true }), text('school', 8)];
  return new Table({ name: `messaging_${name}`, columns: [...own, ...columns], indices });
}

/** Each index begins with the school, as each query does. */
function index(name: string, columns: string[], options: { isUnique?: boolean } = {}): TableIndex {
  return new TableIndex({ name: `messaging_${name}`, columnNames: ['school', ...columns], ...options });
}

function id(name: string, options: { isNullable?: boolean } = {}): TableColumn {
  return text(name, 36, options);
}

function text(name: string, length: number, options: { isNullable?: boolean } = {}): TableColumn {
  return new TableColumn({ name, type: 'varchar', length: String(length), ...options });
}

function instant(name: string, options: { isNullable?: boolean } = {}): TableColumn {
  return new TableColumn({ name, type: 'datetime', precision: 3, ...options });
}
