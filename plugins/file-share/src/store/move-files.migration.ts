// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { nameColumns } from './names/name-columns.js';
import { groupYear } from './group-year.js';
import { CreateFiles1764028800000 } from './create-files.migration.js';
import { DistinctNames1764028800071 } from './distinct-names.migration.js';
import { ForgetWhoAdded1764028800001 } from './forget-who-added.migration.js';
import { KnowUploads1764028800072 } from './know-uploads.migration.js';

const OLD = 'file_share_file';

interface SpaceFound {
  readonly school: string;
  readonly groupId: string | null;
  readonly ownerId: string | null;
}

interface FileFound {
  readonly id: string;
  readonly addedBy: string | null;
  readonly name: string;
  readonly bytes: number | string;
  readonly storageKey: string;
  readonly sha256: string;
  readonly addedAt: Date | string;
  readonly uploadMark: string | null;
}

/** The migrations that made the table of 0.1. */
const BEFORE = [
  CreateFiles1764028800000,
  ForgetWhoAdded1764028800001,
  DistinctNames1764028800071,
  KnowUploads1764028800072,
];

type Values = Readonly<Record<string, unknown>>;

/**
 * Files of 0.1 become nodes in the root of their space, under the same ids. The columns are frozen: a change is another migration. The values
 * that follow from a name, and the year, are those of the code on the day it runs, as for a file that is uploaded on that day.
 */
export class MoveFiles1796169600001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const spaces = (await runner.query(`SELECT DISTINCT school, groupId, ownerId FROM ${OLD}`)) as SpaceFound[];
    for (const space of spaces) await moveSpace(runner, space);
    // Last: MariaDB commits with it, and after a crash before it all is as it was.
    await runner.dropTable(OLD);
  }

  /** Only while no file is stored: folders do not fit into one list. */
  async down(runner: QueryRunner): Promise<void> {
    const [file] = (await runner.query('SELECT id FROM file_share_node WHERE rank = 1 LIMIT 1')) as unknown[];
    if (file) throw new Error('Folders cannot go back into one list of files: restore the backup.');
    for (const migration of BEFORE) await new migration().up(runner);
  }
}

async function moveSpace(runner: QueryRunner, space: SpaceFound): Promise<void> {
  const { school, groupId, ownerId } = space;
  const [column, holder] = groupId === null ? ['ownerId', ownerId] : ['groupId', groupId];
  const files = (await runner.query(`SELECT * FROM ${OLD} WHERE school = ? AND ${column} = ? ORDER BY addedAt, id`, [
    school,
    holder,
  ])) as FileFound[];
  const kind = groupId === null ? 'own' : 'group';
  const spaceId = randomUUID();
  const rootId = randomUUID();
  const bytes = files.reduce((sum, file) => sum + Number(file.bytes), 0);
  const scope = { school, spaceId, spaceKind: kind, groupId, ownerId, pupilId: null };
  const readers = groupId === null ? 'teachers' : 'families';
  const row = { id: spaceId, school, kind, holder: `${kind}:${holder}`, groupId, ownerId };
  const changedAt = files.at(-1)?.addedAt;
  const year = groupId === null ? null : groupYear(instantOf(changedAt));
  await insert(runner, 'space', { ...row, year, usedBytes: bytes, quotaBytes: null });
  const common = { ...scope, readers, ownReaders: null, pupilsAdd: false, trashedAt: null, trashedFrom: null };
  const root = { id: rootId, parentId: spaceId, above: '', rank: 0, ...namesOf(''), addedBy: null };
  const counts = { contentId: null, bytes, cost: bytes, files: files.length };
  await insert(runner, 'node', { ...common, ...root, ...counts, changedAt, trashedFromName: null, uploadMark: null });
  for (const file of files) {
    const contentId = await contentOf(runner, school, file);
    const size = { contentId, bytes: file.bytes, cost: file.bytes, files: 1 };
    const node = { id: file.id, parentId: rootId, above: `${rootId}/`, rank: 1, ...namesOf(file.name) };
    const { addedBy, addedAt, uploadMark } = file;
    const added = { addedBy, changedAt: addedAt, trashedFromName: null, uploadMark };
    await insert(runner, 'node', { ...common, ...node, ...size, ...added });
  }
}

/** The columns are written out: those that later versions add come with their own migration. */
function namesOf(name: string): Values {
  const { foldedName, sortName, searchName, extension } = nameColumns(name);
  return { name, foldedName, sortName, searchName, extension };
}

/** SQLite gives an instant as a text in UTC. */
function instantOf(addedAt: Date | string | undefined): Date {
  return typeof addedAt === 'string' ? new Date(`${addedAt.replace(' ', 'T')}Z`) : (addedAt ?? new Date());
}

/** The row of a file's content. Content that is stored twice is kept once; the host removes what no row names. */
async function contentOf(runner: QueryRunner, school: string, file: FileFound): Promise<string> {
  const { sha256, bytes, storageKey } = file;
  const found = (await runner.query('SELECT id FROM file_share_content WHERE school = ? AND sha256 = ? AND bytes = ?', [
    school,
    sha256,
    bytes,
  ])) as { id: string }[];
  const [known] = found;
  if (known) {
    await runner.query('UPDATE file_share_content SET refs = refs + 1 WHERE id = ?', [known.id]);
    return known.id;
  }
  const id = randomUUID();
  await insert(runner, 'content', { id, school, sha256, bytes, storageKey, refs: 1, unusedSince: null });
  return id;
}

async function insert(runner: QueryRunner, table: string, values: Values): Promise<void> {
  const names = Object.keys(values);
  const columns = names.map((name) => runner.connection.driver.escape(name)).join(', ');
  const marks = names.map(() => '?').join(', ');
  await runner.query(`INSERT INTO file_share_${table} (${columns}) VALUES (${marks})`, Object.values(values));
}
