// SPDX-License-Identifier: EUPL-1.2
import { readdir } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { StorageFullError, type IncomingFile, type ResourceScope, type SchoolDatabase } from '@volee/core-adapter';
import { SCHOOL } from '@volee/core-adapter/testing';
import { startDrive } from '../../testing/start/drive-for-tests.js';
import { settingsSchema } from '../../settings.js';
import { openSpace } from '../space/open-space.js';
import { groupSpace, ownSpace } from '../../store/space-ref.js';
import { ContentRow } from '../../store/content.entity.js';
import { FILE, NodeRow } from '../../store/node.entity.js';
import { SpaceRow } from '../../store/space.entity.js';
import { depositFiles } from './deposit-files.js';
import { targetOf } from './target-of.js';

const { host, tables, storage } = await startDrive();
const settings = settingsSchema.parse({});

const logged: object[] = [];
const write = (fields: object): void => void logged.push(fields);
const log = { debug: write, info: write, warn: write, error: write };

const incoming = (name: string, content: Readable): IncomingFile => ({ field: 'files', name, content });

async function* twoFiles(): AsyncGenerator<IncomingFile> {
  await Promise.resolve();
  yield incoming('a.txt', Readable.from(['a']));
  yield incoming('b.txt', Readable.from(['b']));
}

/** A database that goes away while the files arrive. */
const noDatabase: SchoolDatabase = {
  ...tables(SCHOOL),
  transaction: () => Promise.reject(new Error('no database')),
};

const target = { space: ownSpace('claire'), folder: undefined };

function toolsFor(files: () => AsyncGenerator<IncomingFile>) {
  const user = { id: 'claire', displayName: 'Claire', givenName: 'Claire', profiles: ['teacher'] as const };
  return { files: files(), storage: storage(SCHOOL), db: tables(SCHOOL), clock: host.clock, user, log };
}

/** The files that are stored, listed and counted. */
async function all(): Promise<object> {
  const entries = await readdir(host.storageFolder, { recursive: true, withFileTypes: true });
  const db = tables(SCHOOL);
  return {
    stored: entries.filter((entry) => entry.isFile()).length,
    files: await db.repository(NodeRow).count({ where: { rank: FILE } }),
    contents: await db.repository(ContentRow).count(),
    used: await db.repository(SpaceRow).sum('usedBytes'),
  };
}

const NOTHING = { stored: 0, files: 0, contents: 0, used: 0 };

test('F15: the connection breaks off in the second file: nothing is stored, listed or counted', async () => {
  const tools = toolsFor(async function* () {
    await Promise.resolve();
    yield incoming('whole.txt', Readable.from(['whole']));
    const broken = async function* (): AsyncGenerator<string> {
      yield await Promise.resolve('a beginning');
      throw new Error('connection lost');
    };
    yield incoming('broken.txt', Readable.from(broken()));
  });
  await expect(depositFiles(target, settings, tools)).rejects.toThrow('connection lost');
  expect(await all()).toEqual(NOTHING);
});

test('F15: the disk is full in the second file: nothing is stored, listed or counted', async () => {
  const tools = toolsFor(twoFiles);
  const { store } = tools.storage;
  let files = 0;
  const full: typeof tools.storage = {
    ...tools.storage,
    store: (content, options) => {
      files += 1;
      return files === 2 ? Promise.reject(new StorageFullError('The disk is full.')) : store(content, options);
    },
  };
  await expect(depositFiles(target, settings, { ...tools, storage: full })).rejects.toMatchObject({
    code: 'STORAGE_FULL',
  });
  expect(await all()).toEqual(NOTHING);
});

test('F15: below 5 % of free disk no file is read; above, all are stored', async () => {
  const tools = toolsFor(twoFiles);
  const withFree = (freeBytes: number) => ({
    ...tools.storage,
    free: () => Promise.resolve({ freeBytes, totalBytes: 1_000 }),
  });
  await expect(depositFiles(target, settings, { ...tools, storage: withFree(49) })).rejects.toMatchObject({
    code: 'STORAGE_FULL',
  });
  expect(await all()).toEqual(NOTHING);
});

describe('room and disk are asked before each file', () => {
  /** Files of 90 kB, with the bytes that the storage was allowed to take for each of them. */
  function sending(free: () => number) {
    const limits: number[] = [];
    const tools = toolsFor(async function* () {
      await Promise.resolve();
      for (let index = 0; index < 20; index += 1) {
        yield incoming(`${index}.bin`, Readable.from([Buffer.alloc(90_000, index)]));
      }
    });
    const counting: typeof tools.storage = {
      ...tools.storage,
      free: () => Promise.resolve({ freeBytes: free(), totalBytes: 1_000 }),
      store: (content, options) => {
        limits.push(options.maxBytes);
        return tools.storage.store(content, options);
      },
    };
    return { limits, tools: { ...tools, storage: counting } };
  }

  const maxFileSize = '95kB';
  const cases = [
    ['own', { pupil: '1kB', teacher: '100kB' }, 100_000],
    ['total', { teacher: '200kB', school: '99kB' }, 99_000],
  ] as const;
  test.each(cases)(
    'F11: no more is read than there is room for (%s), and nothing of it stays',
    async (of, quota, left) => {
      const { limits, tools } = sending(() => 1_000);
      const small = settingsSchema.parse({ maxFileSize, quota });
      await expect(depositFiles(target, small, tools)).rejects.toMatchObject({ lack: { of, left } });
      expect(limits).toEqual([95_000, left - 90_000]);
      expect(await all()).toEqual(NOTHING);
    },
  );

  test('F15: the disk fills up while files arrive: the next one is not read', async () => {
    const { limits, tools } = sending(() => (limits.length < 3 ? 1_000 : 49));
    await expect(depositFiles(target, settingsSchema.parse({ maxFileSize }), tools)).rejects.toMatchObject({
      code: 'STORAGE_FULL',
    });
    expect(limits).toEqual([95_000, 95_000, 95_000]);
    expect(await all()).toEqual(NOTHING);
  });
});

test('F15: the rows cannot be written, and no content is left', async () => {
  await expect(depositFiles(target, settings, { ...toolsFor(twoFiles), db: noDatabase })).rejects.toThrow(
    'no database',
  );
  expect(await all()).toEqual(NOTHING);
});

test('the first error is reported, even when the cleanup fails too; the log names the remaining content', async () => {
  const tools = { ...toolsFor(twoFiles), db: noDatabase };
  const left: typeof tools.storage = {
    ...tools.storage,
    store: () => Promise.resolve({ key: 'ab/left', bytes: 1, sha256: 'd', type: null }),
    remove: () => Promise.reject(new Error('disk gone')),
  };
  await expect(depositFiles(target, settings, { ...tools, storage: left })).rejects.toThrow('no database');
  expect(logged.at(-1)).toMatchObject({ key: 'ab/left' });
});

test('two files with one content are stored once; a folder that went into the trash meanwhile takes none', async () => {
  const twice = async function* (): AsyncGenerator<IncomingFile> {
    await Promise.resolve();
    yield incoming('a.txt', Readable.from(['same']));
    yield incoming('b.txt', Readable.from(['same']));
  };
  const stored = await depositFiles(target, settings, toolsFor(twice));
  expect(stored.map(({ name }) => name)).toEqual(['a.txt', 'b.txt']);
  const once = { stored: 1, files: 2, contents: 1, used: 4_016 };
  expect(await all()).toEqual(once);

  const nodes = tables(SCHOOL).repository(NodeRow);
  const folder = await nodes.findOne({ where: { ownerId: 'claire', foldedName: '' } });
  await nodes.update({ id: folder?.id ?? '' }, { trashedAt: host.clock.now() });
  await expect(depositFiles({ ...target, folder }, settings, toolsFor(twoFiles))).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
  expect(await all()).toEqual(once);
});

test('a folder that is closed to pupils while their files arrive takes none of them', async () => {
  const nodes = tables(SCHOOL).repository(NodeRow);
  const space = groupSpace(host.ids.cm1);
  const root = await openSpace(space, { db: tables(SCHOOL), clock: host.clock });
  await nodes.update({ id: root.id }, { pupilsAdd: true });
  const folder = await nodes.findOne({ where: { id: root.id } });
  const tools = toolsFor(async function* () {
    yield incoming('a.txt', Readable.from(['mine']));
    await nodes.update({ id: root.id }, { pupilsAdd: false });
  });
  const before = await all();
  const can = (_name: string, { visibleTo = [] }: ResourceScope): Promise<boolean> =>
    Promise.resolve(visibleTo.includes('pupil'));
  const target = targetOf({ space, folder }, { access: { can }, user: tools.user });
  await expect(depositFiles(target, settings, tools)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  expect(await all()).toEqual(before);
});
