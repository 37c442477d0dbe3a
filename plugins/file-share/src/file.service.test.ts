// SPDX-License-Identifier: EUPL-1.2
import { readdir } from 'node:fs/promises';
import { Readable } from 'node:stream';
import type { IncomingFile, SchoolDatabase } from '@volee/core-adapter';
import { SCHOOL, startTestHost } from '@volee/core-adapter/testing';
import type { FileRow } from './file.entity.js';
import { deleteFile, depositFiles } from './file.service.js';
import fileShare from './index.js';
import { ownSpace } from './space.js';

const host = await startTestHost({ bricks: [fileShare] });

const logged: object[] = [];
const write = (fields: object): void => void logged.push(fields);
const log = { debug: write, info: write, warn: write, error: write };

async function storedFiles(): Promise<string[]> {
  const entries = await readdir(host.storageFolder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map(({ name }) => name);
}

const incoming = (name: string, content: Readable): IncomingFile => ({ name, content });

/** A database that one must not get to, or that one does not get through. */
const noDatabase: SchoolDatabase = {
  repository: () => {
    throw new Error('no database');
  },
  query: () => Promise.reject(new Error('no database')),
  transaction: () => Promise.reject(new Error('no database')),
};

function toolsFor(files: () => AsyncGenerator<IncomingFile>) {
  const storage = host.host.storage.forSchool('file-share', SCHOOL);
  const user = { id: 'claire', displayName: 'Claire', givenName: 'Claire', profiles: ['teacher'] as const };
  return { files: files(), storage, db: noDatabase, clock: host.clock, user, log };
}

test('F15: the connection breaks off in the second file, and nothing of the first is left', async () => {
  const tools = toolsFor(async function* () {
    yield incoming('whole.txt', Readable.from(['whole']));
    const broken = new Readable({ read: () => undefined });
    broken.push('a beginning');
    broken.destroy(new Error('connection lost'));
    yield incoming('broken.txt', broken);
  });
  await expect(depositFiles(ownSpace('claire'), 1_000, tools)).rejects.toThrow('connection lost');
  expect(await storedFiles()).toEqual([]);
});

test('F15: the rows cannot be written, and no content is left', async () => {
  const tools = toolsFor(async function* () {
    yield incoming('a.txt', Readable.from(['a']));
    yield incoming('b.txt', Readable.from(['b']));
  });
  await expect(depositFiles(ownSpace('claire'), 1_000, tools)).rejects.toThrow('no database');
  expect(await storedFiles()).toEqual([]);
});

test('the first error is reported, even when the cleanup fails too; the log names the remaining content', async () => {
  const tools = toolsFor(async function* () {
    yield incoming('a.txt', Readable.from(['a']));
  });
  const storage = {
    ...tools.storage,
    store: () => Promise.resolve({ key: 'ab/left', bytes: 1, sha256: 'd' }),
    remove: () => Promise.reject(new Error('disk gone')),
  };
  await expect(depositFiles(ownSpace('claire'), 1_000, { ...tools, storage })).rejects.toThrow('no database');
  expect(logged.at(-1)).toMatchObject({ key: 'ab/left' });
});

describe('deleting', () => {
  const file = { id: 'f1', groupId: 'cm1', name: 'a.txt', storageKey: 'ab/key' } as FileRow;

  /** A database in which so many rows are deleted. */
  const databaseDeleting = (count: number): SchoolDatabase => ({
    ...noDatabase,
    repository: () => ({ ...unusedRepository, delete: () => Promise.resolve(count) }),
  });
  const unused = (): never => {
    throw new Error('not expected');
  };
  const unusedRepository = {
    find: unused,
    findOne: unused,
    count: unused,
    sum: unused,
    insert: unused,
    update: unused,
    increment: unused,
  };

  test('content goes after the row; when it cannot, the file is deleted all the same and the log names it', async () => {
    const order: string[] = [];
    const storage = {
      store: unused,
      open: unused,
      keys: unused,
      free: unused,
      remove: () => {
        order.push('content');
        return Promise.reject(new Error('disk gone'));
      },
    };
    await deleteFile(file, {
      storage,
      db: databaseDeleting(1),
      log,
      audit: async (_action, _subject, work) => {
        const result = await work();
        order.push('committed');
        return result;
      },
    });
    expect(order).toEqual(['committed', 'content']);
    expect(logged.at(-1)).toMatchObject({ key: 'ab/key' });
  });

  test('a file that was just deleted is not found, and its content is left to that deletion', async () => {
    const storage = { store: unused, open: unused, keys: unused, free: unused, remove: unused };
    const deleting = deleteFile(file, { storage, db: databaseDeleting(0), log, audit: (_a, _s, work) => work() });
    await expect(deleting).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
