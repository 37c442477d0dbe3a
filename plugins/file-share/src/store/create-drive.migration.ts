// SPDX-License-Identifier: EUPL-1.2
import { type MigrationInterface, type QueryRunner, Table, TableColumn, TableIndex } from 'typeorm';

const TABLES = ['space', 'node', 'content', 'work', 'work_pupil', 'favourite'];

/** Spaces, folders and files, contents, works. Frozen: a change is another migration. */
export class CreateDrive1796169600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const table of [space(), node(), content(), work(), workPupil(), favourite()]) await runner.createTable(table);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of TABLES) await runner.dropTable(`file_share_${name}`);
  }
}

function space(): Table {
  return table(
    'space',
    [
      ...[text('kind', 6), text('holder', 50), id('groupId', NULL), id('ownerId', NULL)],
      ...[number('year', NULL), bytes('usedBytes'), bytes('quotaBytes', NULL)],
    ],
    [unique('space_holder', ['holder']), index('space_group', ['groupId']), index('space_owner', ['ownerId'])],
  );
}

function node(): Table {
  return table(
    'node',
    [
      ...[id('spaceId'), text('spaceKind', 6), id('parentId'), text('above', 800), number('rank')],
      ...[text('name', 200), text('foldedName', 255), text('sortName', 255), text('searchName', 255)],
      ...[text('extension', 12), id('contentId', NULL), bytes('bytes'), bytes('cost'), number('files')],
      ...[text('readers', 8), text('ownReaders', 8, NULL), yesOrNo('pupilsAdd'), id('addedBy', NULL)],
      ...[
        instant('changedAt'),
        instant('trashedAt', NULL),
        id('trashedFrom', NULL),
        text('trashedFromName', 200, NULL),
      ],
      ...[id('groupId', NULL), id('ownerId', NULL), id('pupilId', NULL), text('uploadMark', 64, NULL)],
    ],
    [
      unique('node_name', ['parentId', 'foldedName']),
      index('node_sort', ['parentId', 'rank', 'sortName', 'id']),
      index('node_space', ['spaceId', 'trashedAt']),
      index('node_group', ['groupId', 'pupilId']),
      ...['owner', 'pupil'].map((name) => index(`node_${name}`, [`${name}Id`])),
      index('node_added', ['addedBy']),
      index('node_content', ['contentId']),
      unique('node_upload', ['uploadMark']),
    ],
  );
}

function content(): Table {
  return table(
    'content',
    [text('sha256', 64), bytes('bytes'), text('storageKey', 60), number('refs'), instant('unusedSince', NULL)],
    [unique('content_hash', ['sha256', 'bytes']), index('content_unused', ['unusedSince'])],
  );
}

function work(): Table {
  return table(
    'work',
    [
      ...[id('groupId'), number('year'), text('title', 200), text('audience', 6), text('level', 20, NULL)],
      ...[yesOrNo('isDraft'), instant('visibleFrom'), yesOrNo('collects'), instant('dueAt', NULL)],
      ...[
        instant('lateUntil', NULL),
        instant('closedAt', NULL),
        id('addedBy', NULL),
        instant('changedAt'),
        long('text'),
      ],
    ],
    [index('work_group', ['groupId', 'visibleFrom'])],
  );
}

function workPupil(): Table {
  return table(
    'work_pupil',
    [
      ...[id('workId'), id('groupId'), id('pupilId'), text('state', 9), instant('startedAt', NULL)],
      ...[instant('handedInAt', NULL), yesOrNo('late'), text('ready', 9, NULL), instant('givenBackAt', NULL)],
      ...[instant('remindedAt', NULL), number('revision'), long('word'), long('answer')],
      long('prepared', NULL),
    ],
    [
      unique('work_pupil_one', ['workId', 'pupilId']),
      index('work_pupil_pupil', ['pupilId', 'state']),
      index('work_pupil_group', ['groupId', 'state']),
    ],
  );
}

function favourite(): Table {
  return table(
    'favourite',
    [id('ownerId'), id('nodeId')],
    [unique('favourite_one', ['ownerId', 'nodeId']), index('favourite_node', ['nodeId'])],
  );
}

const NULL = { isNullable: true };

function table(name: string, columns: TableColumn[], indices: TableIndex[]): Table {
  const own = [new TableColumn({ name: 'id', type: 'varchar', length: '36', isPrimary: true }), text('school', 8)];
  return new Table({ name: `file_share_${name}`, columns: [...own, ...columns], indices });
}

/** Each index begins with the school, as each query does. */
function index(name: string, columns: string[], options: { isUnique?: boolean } = {}): TableIndex {
  return new TableIndex({ name: `file_share_${name}`, columnNames: ['school', ...columns], ...options });
}

function unique(name: string, columns: string[]): TableIndex {
  return index(name, columns, { isUnique: true });
}

function id(name: string, options: { isNullable?: boolean } = {}): TableColumn {
  return text(name, 36, options);
}

function text(name: string, length: number, options: { isNullable?: boolean } = {}): TableColumn {
  return new TableColumn({ name, type: 'varchar', length: String(length), ...options });
}

function long(name: string, options: { isNullable?: boolean } = {}): TableColumn {
  return new TableColumn({ name, type: 'text', ...options });
}

function number(name: string, options: { isNullable?: boolean } = {}): TableColumn {
  return new TableColumn({ name, type: 'integer', ...options });
}

function bytes(name: string, options: { isNullable?: boolean } = {}): TableColumn {
  return new TableColumn({ name, type: 'bigint', ...options });
}

function yesOrNo(name: string): TableColumn {
  return new TableColumn({ name, type: 'boolean' });
}

function instant(name: string, options: { isNullable?: boolean } = {}): TableColumn {
  return new TableColumn({ name, type: 'datetime', precision: 3, ...options });
}
