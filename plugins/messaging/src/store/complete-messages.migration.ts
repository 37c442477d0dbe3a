// SPDX-License-Identifier: EUPL-1.2
import { type MigrationInterface, type QueryRunner, Table, TableColumn, TableIndex } from 'typeorm';

const COPY = 'messaging_copy';
const MESSAGE = 'messaging_message';
const TABLES = ['attachment', 'report', 'policy', 'breaker', 'preference', 'sending'];
const BOX = ['ownerId', 'box', 'isLast', 'at', 'messageId'];

/**
 * Files, reports, decisions of the school, pauses and chosen hours; forms that are sent twice; indexes by which unread messages are
 * counted, a search reads a mailbox, and the retention reads a school. Frozen: a change is another migration.
 */
export class CompleteMessages1795824000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // MariaDB commits each change of a table by itself: after a crash in the middle, parts of it are there.
    if (!(await runner.hasColumn(MESSAGE, 'formKey')))
      await runner.addColumn(MESSAGE, id('formKey', { isNullable: true }));
    await addIndex(runner, MESSAGE, index('message_form', ['authorId', 'formKey'], { isUnique: true }));
    await addIndex(runner, MESSAGE, index('message_state', ['state']));
    await dropIndex(runner, COPY, 'copy_box');
    await addIndex(runner, COPY, index('copy_box', [...BOX, 'readAt']));
    await addIndex(runner, COPY, index('copy_purge', ['purgeAt']));
    await addIndex(runner, COPY, index('copy_newest', ['ownerId', 'at', 'messageId', 'box', 'hiddenAt']));
    await addIndex(runner, MESSAGE, index('message_sent', ['sentAt', 'id']));
    for (const table of newTables()) await runner.createTable(table, true);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of TABLES) await runner.dropTable(`messaging_${name}`, true);
    await dropIndex(runner, MESSAGE, 'message_sent');
    await dropIndex(runner, COPY, 'copy_newest');
    await dropIndex(runner, COPY, 'copy_purge');
    await dropIndex(runner, COPY, 'copy_box');
    await addIndex(runner, COPY, index('copy_box', BOX));
    await dropIndex(runner, MESSAGE, 'message_state');
    await dropIndex(runner, MESSAGE, 'message_form');
    if (await runner.hasColumn(MESSAGE, 'formKey')) await runner.dropColumn(MESSAGE, 'formKey');
  }
}

function newTables(): Table[] {
  return [
    table(
      'attachment',
      [id('messageId'), text('name', 200), number('bytes'), text('storageKey', 60), instant('addedAt')],
      [index('attachment_message', ['messageId']), index('attachment_content', ['storageKey'])],
    ),
    table(
      'report',
      [
        id('messageId'),
        text('state', 8),
        id('reportedBy', { isNullable: true }),
        instant('reportedAt'),
        text('reason', 500),
        id('openedBy', { isNullable: true }),
        instant('openedAt', { isNullable: true }),
        text('openedFor', 500, { isNullable: true }),
        id('closedBy', { isNullable: true }),
        instant('closedAt', { isNullable: true }),
      ],
      [
        index('report_message', ['messageId', 'reportedBy'], { isUnique: true }),
        index('report_open', ['state', 'reportedAt']),
      ],
    ),
    table(
      'policy',
      [
        number('number'),
        longText('rules'),
        flag('moderated'),
        longText('quietHours'),
        text('keptFor', 12),
        id('decidedBy', { isNullable: true }),
        instant('decidedAt'),
      ],
      [index('policy_number', ['number'], { isUnique: true })],
    ),
    table(
      'breaker',
      [
        text('profile', 8),
        text('reason', 500),
        instant('until', { isNullable: true }),
        flag('isForAll'),
        id('startedBy', { isNullable: true }),
        instant('startedAt'),
        instant('endedAt', { isNullable: true }),
        id('endedBy', { isNullable: true }),
      ],
      [index('breaker_ended', ['endedAt'])],
    ),
    ...tablesOfPersons(),
  ];
}

function tablesOfPersons(): Table[] {
  return [
    table(
      'preference',
      [id('ownerId'), longText('quietHours')],
      [index('preference_owner', ['ownerId'], { isUnique: true })],
    ),
    table(
      'sending',
      [id('ownerId'), number('hour'), number('sent')],
      [index('sending_hour', ['ownerId', 'hour'], { isUnique: true })],
    ),
  ];
}

async function addIndex(runner: QueryRunner, on: string, added: TableIndex): Promise<void> {
  const found = (await runner.getTable(on))?.indices.some(({ name }) => name === added.name);
  if (!found) await runner.createIndex(on, added);
}

async function dropIndex(runner: QueryRunner, on: string, name: string): Promise<void> {
  const found = (await runner.getTable(on))?.indices.find((one) => one.name === `messaging_${name}`);
  if (found) await runner.dropIndex(on, found);
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

function longText(name: string): TableColumn {
  return new TableColumn({ name, type: 'text' });
}

function number(name: string): TableColumn {
  return new TableColumn({ name, type: 'integer' });
}

function flag(name: string): TableColumn {
  return new TableColumn({ name, type: 'boolean' });
}

function instant(name: string, options: { isNullable?: boolean } = {}): TableColumn {
  return new TableColumn({ name, type: 'datetime', precision: 3, ...options });
}
