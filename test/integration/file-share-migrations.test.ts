// SPDX-License-Identifier: EUPL-1.2
import { rmSync } from 'node:fs';

import { bootHost, coreSchema, createLog, drift, loadSettings, migrate, rollback } from '@volee/core-adapter/host';
import { bothDatabases, OTHER_SCHOOL, SCHOOL } from '@volee/core-adapter/testing';
import fileShare from '@volee/file-share';

import { writeCliSettings } from './cli-settings.js';

const { id, entities, migrations } = fileShare.manifest;
const owner = { id, entities, migrations };
/** The owner, with its migrations from one to before another. */
const only = (from: number, to: number): typeof owner => ({ ...owner, migrations: migrations.slice(from, to) });
/** With the table of 0.1: the later migrations make folders of it. */
const flat = only(0, 4);

/** Files in other spaces. */
const OTHERS = ['carte.png', 'carte.png', 'carte.png', 'carte.png'];

interface OldRow {
  readonly id: string;
  readonly school?: string;
  readonly groupId?: string;
  readonly ownerId?: string;
  readonly addedBy?: string | null;
  readonly name?: string;
}

describe.each(bothDatabases())('files that were there before a migration, on $name', (kind) => {
  let url: string;
  let undo: () => Promise<void>;
  let query: (statement: string, values?: unknown[]) => Promise<object[]>;

  beforeEach(async () => {
    const fresh = await kind.fresh();
    url = fresh.url;
    const { file, folder } = writeCliSettings({}, { database: { url } });
    await migrate(url, [coreSchema, only(0, 1)]);
    const host = await bootHost({ settings: loadSettings(file, {}), bricks: [], log: createLog('silent') });
    query = (statement, values) => host.database.dataSource.query(statement, values);
    undo = async () => {
      await host.stop();
      await fresh.drop();
      rmSync(folder, { recursive: true, force: true });
    };
  });
  afterEach(() => undo());

  async function insert(row: OldRow): Promise<void> {
    const { school = SCHOOL, groupId = null, ownerId = null, addedBy = 'claire', name = 'Éruption.mp4' } = row;
    await query(
      `INSERT INTO file_share_file (id, school, groupId, ownerId, addedBy, name, bytes, storageKey, sha256, addedAt)
       VALUES (?, ?, ?, ?, ?, ?, 5000000001, 'ab/key', 'f', '2026-11-24 10:00:00.123')`,
      [row.id, school, groupId, ownerId, addedBy, name],
    );
  }

  test('before who added them could be forgotten: they stay as they are, and one without a name has an empty one again', async () => {
    const rows = (): Promise<object[]> => query('SELECT id, addedBy, name FROM file_share_file ORDER BY id');
    await insert({ id: 'one' });
    await migrate(url, [coreSchema, only(0, 2)]);
    await insert({ id: 'two', addedBy: null });
    expect(await rows()).toEqual([
      { id: 'one', addedBy: 'claire', name: 'Éruption.mp4' },
      { id: 'two', addedBy: null, name: 'Éruption.mp4' },
    ]);
    await rollback(url, only(1, 2));
    expect(await rows()).toMatchObject([{ addedBy: 'claire' }, { addedBy: '' }]);
  });

  test('before names were distinct: the first of a name keeps it, the others get a number that is free', async () => {
    await migrate(url, [coreSchema, only(0, 2)]);
    const given: OldRow[] = [
      { id: '1', groupId: 'cm1', name: 'carte.png' },
      { id: '2', groupId: 'cm1', name: 'CARTE.png' },
      { id: '3', groupId: 'cm1', name: 'carte (2).png' },
      { id: '4', groupId: 'cm1', name: 'carte.png' },
      { id: '5', groupId: 'cm2', name: 'carte.png' },
      { id: '6', ownerId: 'claire', name: 'carte.png' },
      { id: '7', ownerId: 'karim', name: 'carte.png' },
      { id: '8', ownerId: 'karim', name: 'carte.png', school: OTHER_SCHOOL },
    ];
    for (const row of given) await insert(row);
    await migrate(url, [coreSchema, only(0, 3)]);
    const names = async (): Promise<unknown[]> => {
      const rows = await query('SELECT name FROM file_share_file ORDER BY id');
      return rows.map((row) => (row as { name: string }).name);
    };
    const distinct = ['carte.png', 'CARTE (3).png', 'carte (2).png', 'carte (4).png', ...OTHERS];
    expect(await names()).toEqual(distinct);
    const copy = `INSERT INTO file_share_file SELECT 'new', school, groupId, ownerId, addedBy, name, bytes, storageKey, sha256, addedAt, place
      FROM file_share_file WHERE id = '2'`;
    await expect(query(copy)).rejects.toThrow(/unique|duplicate/i);

    await rollback(url, only(2, 3));
    expect(await names()).toEqual(distinct);
    await insert({ id: '9', groupId: 'cm1', name: 'carte.png' });
    await migrate(url, [coreSchema, flat]);
    expect(await names()).toEqual([...distinct, 'carte (5).png']);
    await migrate(url, [coreSchema, owner]);
    expect(await drift(url, [coreSchema, owner])).toEqual([]);
  });

  test('before uploads were known: files stay without a mark, and a mark is one file’s', async () => {
    await migrate(url, [coreSchema, only(0, 2)]);
    await insert({ id: '1', groupId: 'cm1', name: 'carte.png' });
    await insert({ id: '2', groupId: 'cm1', name: 'plan.png' });
    await migrate(url, [coreSchema, flat]);
    const marks = (): Promise<object[]> => query('SELECT uploadMark FROM file_share_file ORDER BY id');
    expect(await marks()).toEqual([{ uploadMark: null }, { uploadMark: null }]);

    const mark = (id: string): Promise<object[]> =>
      query(`UPDATE file_share_file SET uploadMark = 'm' WHERE id = ?`, [id]);
    await mark('1');
    await expect(mark('2')).rejects.toThrow(/unique|duplicate/i);

    await rollback(url, only(3, 4));
    await migrate(url, [coreSchema, flat]);
    expect(await marks()).toEqual([{ uploadMark: null }, { uploadMark: null }]);
  });
});
