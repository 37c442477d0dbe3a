// SPDX-License-Identifier: EUPL-1.2
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { mkdtemp, readdir, symlink, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { ConflictError, NotFoundError, StorageFullError, TooLargeError } from '../../../api/errors.js';
import type { SchoolStorage } from '../../../api/storage.js';
import { TestClock } from '../../../testing/test-clock.js';
import { testFolder } from '../../../testing/test-folder.js';
import { DiskStorage } from './disk-storage.js';

const NOW = new Date('2026-11-24T10:00:00Z');
const A_DAY = 24 * 3_600_000;

async function freshStorage(): Promise<{ root: string; storage: DiskStorage; clock: TestClock }> {
  const root = await mkdtemp(join(testFolder(), 'volee-storage-'));
  const clock = new TestClock(NOW);
  const storage = new DiskStorage(root, { clock });
  await storage.prepare();
  return { root, storage, clock };
}

const keysOf = async (school: SchoolStorage): Promise<string[]> => {
  const keys: string[] = [];
  for await (const key of school.keys()) keys.push(key);
  return keys.sort();
};

const filesIn = async (root: string): Promise<string[]> => {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map(({ name }) => name);
};

test('stored content is returned with its size and digest', async () => {
  const { storage } = await freshStorage();
  const school = storage.forSchool('file-share', '0391234A');
  const stored = await school.store(Readable.from(['Le V', 'ésuve']), { maxBytes: 100 });
  expect(stored).toMatchObject({ bytes: 10, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
  expect(await text(await school.open(stored.key))).toBe('Le Vésuve');
});

test('a part of stored content is read from its first to its last byte', async () => {
  const { storage } = await freshStorage();
  const school = storage.forSchool('file-share', '0391234A');
  const { key } = await school.store(Readable.from(['0123456789']), { maxBytes: 100 });
  const read = async (start: number, end: number): Promise<string> => text(await school.open(key, { start, end }));
  expect([await read(0, 0), await read(2, 5), await read(9, 9), await read(8, 20)]).toEqual(['0', '2345', '9', '89']);
  for (const [start, end] of [
    [5, 2],
    [-1, 2],
    [0.5, 2],
  ] as const) {
    await expect(school.open(key, { start, end })).rejects.toThrow(RangeError);
  }
});

test('content is read in pieces of 1 MB, each as it comes from the disk', async () => {
  const { storage } = await freshStorage();
  const school = storage.forSchool('file-share', '0391234A');
  const { key } = await school.store(Readable.from([Buffer.alloc(2_200_000)]), { maxBytes: 3_000_000 });
  const pieces: number[] = [];
  for await (const piece of await school.open(key)) pieces.push((piece as Buffer).length);
  expect(pieces).toEqual([1_048_576, 1_048_576, 102_848]);
});

test('T1: the keys of a brick are those of one school', async () => {
  const { root, storage } = await freshStorage();
  const here = storage.forSchool('file-share', '0391234A');
  expect(await keysOf(here)).toEqual([]);
  const stored = [];
  for (const school of [here, here, storage.forSchool('file-share', '0701234B'), storage.forSchool('x', '0391234A')]) {
    stored.push((await school.store(Readable.from(['x']), { maxBytes: 9 })).key);
  }
  await writeFile(join(root, 'file-share', '0391234A', stored[0]?.slice(0, 2) ?? '', 'no-key'), 'x');
  expect(await keysOf(here)).toEqual(stored.slice(0, 2).sort());
});

test('the room is that of the disk, also before the folder of the storage is made', async () => {
  const { root } = await freshStorage();
  const { freeBytes, totalBytes } = await new DiskStorage(join(root, 'not', 'made')).forSchool('x', '0391234A').free();
  expect([freeBytes > 0, freeBytes <= totalBytes, Number.isSafeInteger(totalBytes)]).toEqual([true, true, true]);
});

test('T1: another school, another brick, or a path as a key opens nothing (F1)', async () => {
  const { storage } = await freshStorage();
  const { key } = await storage.forSchool('file-share', '0391234A').store(Readable.from(['x']), { maxBytes: 9 });
  await expect(storage.forSchool('file-share', '0701234B').open(key)).rejects.toThrow(NotFoundError);
  await expect(storage.forSchool('other', '0391234A').open(key)).rejects.toThrow(NotFoundError);
  for (const path of ['../' + key, `../0391234A/${key}`, '.incoming/x', '/etc/hostname', `${key}\0`]) {
    await expect(storage.forSchool('file-share', '0391234A').open(path)).rejects.toThrow(NotFoundError);
  }
});

test('F15: a stream that breaks off and one that is too large leave nothing on the disk', async () => {
  const { root, storage } = await freshStorage();
  const school = storage.forSchool('file-share', '0391234A');
  const broken = Readable.from(
    (async function* () {
      yield 'a beginning';
      throw new Error('connection lost');
    })(),
  );
  await expect(school.store(broken, { maxBytes: 100 })).rejects.toThrow('connection lost');
  await expect(school.store(Readable.from(['0123456789']), { maxBytes: 9 })).rejects.toThrow(TooLargeError);
  expect(await filesIn(root)).toEqual([]);
});

/** A disk that is full after the first bytes: the system says so when they are written. */
function fullDisk(code: string): Writable {
  return new Writable({ write: (_chunk, _encoding, done) => done(Object.assign(new Error(code), { code })) });
}

test.each(['ENOSPC', 'EDQUOT'])(
  'F15: a disk without room (%s) is an error of its own, which names the folder',
  async (code) => {
    const root = await mkdtemp(join(testFolder(), 'volee-storage-'));
    const school = new DiskStorage(root, { createSink: () => fullDisk(code) }).forSchool('file-share', '0391234A');
    const storing = school.store(Readable.from(['x']), { maxBytes: 9 });
    await expect(storing).rejects.toBeInstanceOf(StorageFullError);
    await expect(storing).rejects.toThrow(`No room is left in ${root} (${code})`);
    expect(await filesIn(root)).toEqual([]);
  },
);

describe('on a file system of 64 kB', () => {
  const root = mkdtempSync(join(testFolder(), 'volee-full-'));
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', root]).status === 0;
  afterAll(() => {
    if (mounted) spawnSync('umount', [root]);
    rmSync(root, { recursive: true });
  });
  if (!mounted)
    console.warn('A full file system is not tried: tmpfs cannot be mounted here (be root, or look at mount).');
  const onSmallDisk = mounted ? test : test.skip;

  onSmallDisk('F15: a file larger than the disk leaves nothing behind, and a smaller one still fits', async () => {
    const school = new DiskStorage(root).forSchool('file-share', '0391234A');
    const large = Readable.from([Buffer.alloc(40_000), Buffer.alloc(40_000)]);
    await expect(school.store(large, { maxBytes: 100_000 })).rejects.toBeInstanceOf(StorageFullError);
    expect(await filesIn(root)).toEqual([]);
    const { key } = await school.store(Readable.from(['small']), { maxBytes: 9 });
    expect(await text(await school.open(key))).toBe('small');
    const { freeBytes, totalBytes } = await school.free();
    expect([totalBytes, totalBytes - freeBytes]).toEqual([65_536, 4_096]);
  });
});

test('only old leftovers of killed processes are removed', async () => {
  const { root, storage } = await freshStorage();
  await writeFile(join(root, '.incoming', 'old'), 'x');
  await writeFile(join(root, '.incoming', 'going-on'), 'x');
  const twoDaysAgo = new Date(NOW.getTime() - 2 * 86_400_000);
  await utimes(join(root, '.incoming', 'old'), twoDaysAgo, twoDaysAgo);
  await utimes(join(root, '.incoming', 'going-on'), NOW, NOW);
  expect(await storage.prepare()).toBe(1);
  expect(await filesIn(root)).toEqual(['going-on']);
});

test('no folder is created before the first file is stored', async () => {
  const root = await mkdtemp(join(testFolder(), 'volee-storage-'));
  const storage = new DiskStorage(root);
  expect(await readdir(root)).toEqual([]);
  const school = storage.forSchool('file-share', '0701234B');
  const { key } = await school.store(Readable.from(['x']), { maxBytes: 9 });
  expect(await text(await school.open(key))).toBe('x');
});

test('files that disappear during the removal are no error', async () => {
  const { root, storage } = await freshStorage();
  await symlink(join(root, 'gone'), join(root, '.incoming', 'dangling'));
  await expect(storage.prepare()).resolves.toBe(0);
});

describe('content that no row names', () => {
  const notNamed = (): Promise<boolean> => Promise.resolve(false);
  const IN = ['file-share', '0391234A'] as const;

  async function withContent() {
    const fresh = await freshStorage();
    const school = fresh.storage.forSchool(...IN);
    const { key } = await school.store(Readable.from(['x']), { maxBytes: 9 });
    const isThere = async (): Promise<boolean> => (await fresh.storage.look(...IN, key)) !== undefined;
    return { ...fresh, school, key, isThere };
  }

  test('F15: is removed when it is more than a day old, and not before', async () => {
    const { storage, clock, key, isThere } = await withContent();
    clock.advance(A_DAY);
    expect(await storage.removeUnless(...IN, key, notNamed)).toBe(false);
    clock.advance(1);
    expect([await isThere(), await storage.removeUnless(...IN, key, notNamed), await isThere()]).toEqual([
      ...[true, true, false],
    ]);
    expect(await storage.removeUnless(...IN, key, notNamed)).toBe(false);
  });

  test('F15: stays when a row names it, when it was claimed, and when the check fails', async () => {
    const { storage, clock, key, isThere } = await withContent();
    clock.advance(A_DAY + 1);
    expect(await storage.removeUnless(...IN, key, () => Promise.resolve(true))).toBe(false);
    const down = (): Promise<boolean> => Promise.reject(new Error('no database'));
    await expect(storage.removeUnless(...IN, key, down)).rejects.toThrow('no database');
    await storage.claim(...IN, key);
    expect(await storage.removeUnless(...IN, key, notNamed)).toBe(false);
    expect(await isThere()).toBe(true);
  });

  test('F15: cannot be claimed from the look at the rows on, nor once it is gone: a row never names what is not there', async () => {
    const { storage, clock, key } = await withContent();
    clock.advance(A_DAY + 1);
    const claims: unknown[] = [];
    const claim = (): Promise<void> => storage.claim(...IN, key).catch((error: unknown) => void claims.push(error));
    await storage.removeUnless(...IN, key, async () => {
      await claim();
      return false;
    });
    await claim();
    expect(claims).toEqual([expect.any(ConflictError), expect.any(ConflictError)]);
  });

  test('F15: what a sweep that was killed left aside has its key again, and the other sweep loses it no more', async () => {
    const { storage, clock, key, isThere } = await withContent();
    clock.advance(A_DAY + 1);
    await storage.removeUnless(...IN, key, async () => {
      await storage.prepare();
      await storage.claim(...IN, key);
      return false;
    });
    expect(await isThere()).toBe(true);
  });

  test('what is no key is not claimed, and what is not there is found in no school', async () => {
    const { root, storage } = await freshStorage();
    await storage.claim(...IN, '../../etc/passwd');
    await storage.claim(...IN, 'some words');
    await writeFile(join(root, 'paper'), 'a file where a folder would be');
    expect([await storage.schoolsOf('file-share'), await storage.schoolsOf('paper')]).toEqual([[], []]);
  });
});
