// SPDX-License-Identifier: EUPL-1.2
import { randomBytes } from 'node:crypto';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { bothDatabases, OTHER_SCHOOL, type Role, SCHOOL, onceInQuickRun } from '@volee/core-adapter/testing';
import { applyRecords, sampleRecords, withOtherKey } from '../../testing/start/directory-for-tests.js';
import { startDrive } from '../../testing/start/drive-for-tests.js';
import { openSpace } from '../../domain/space/open-space.js';
import { groupSpace, holderOf, ownSpace, type SpaceRef } from '../../store/space-ref.js';
import { ContentRow } from '../../store/content.entity.js';
import { FILE, NodeRow } from '../../store/node.entity.js';
import { SpaceRow } from '../../store/space.entity.js';
import { driveFaults } from '../../testing/start/drive-faults-for-tests.js';

const drives = await Promise.all(
  bothDatabases().map(async (database) => ({
    name: database.name,
    drive: await startDrive({ database, settings: { maxFileSize: '1kB' } }),
  })),
);

const newKey = (): string => randomBytes(16).toString('hex');

describe.each(drives)('an upload that is sent again, on $name', ({ name, drive: { host, tables } }) => {
  const testOnce = onceInQuickRun({ name });
  const folderOf = async (space: SpaceRef, school = SCHOOL): Promise<string> =>
    `/folders/${(await openSpace(space, { db: tables(school), clock: host.clock })).id}`;
  const inClass = (): Promise<string> => folderOf(groupSpace(host.ids.cm1));
  const own = async (role: Role, school?: string): Promise<string> =>
    folderOf(ownSpace(await host.ids.person(role)), school);
  const at = (school: string | undefined): { school?: string } => (school === undefined ? {} : { school });

  /** Sends a file under a key. @returns the name it was stored under */
  async function send(role: Role, folder: string, key: string, name: string, school?: string): Promise<unknown> {
    const files = { [name]: `${role} ${name}` };
    const { text } = await host.as(role).post(`${folder}/uploads/${key}`, at(school)).files(files).expect(200);
    return nameIn(text);
  }

  /** Asks whether the file of a key has arrived. @returns its name, or null where the answer is 404 */
  async function reported(role: Role, folder: string, key: string, school?: string): Promise<unknown> {
    const { status, text } = await host.as(role).get(`${folder}/uploads/${key}`, at(school));
    return status === 404 ? null : nameIn(text);
  }

  function nameIn(text: string): unknown {
    return (JSON.parse(text) as { name: unknown }).name;
  }

  /** The names of the files in the root of a space. */
  async function listed(space: SpaceRef, school = SCHOOL): Promise<string[]> {
    const root = await openSpace(space, { db: tables(school), clock: host.clock });
    const where = { parentId: root.id, rank: FILE };
    return (
      await tables(school)
        .repository(NodeRow)
        .find({ where, order: { name: 'ASC' } })
    ).map(({ name }) => name);
  }

  async function storedFiles(): Promise<string[]> {
    const entries = await readdir(host.storageFolder, { recursive: true, withFileTypes: true });
    return entries.filter((entry) => entry.isFile()).map(({ name }) => name);
  }

  beforeEach(async () => {
    for (const school of [SCHOOL, OTHER_SCHOOL]) {
      await tables(school).repository(NodeRow).delete({ rank: FILE });
      await tables(school).repository(ContentRow).delete({});
    }
  });

  test('F15: the file is there once, under the name it had at first, and no content is left over', async () => {
    const [key, folder] = [newKey(), await inClass()];
    expect(await reported('teacher', folder, key)).toBeNull();
    expect(await send('teacher', folder, key, 'Leçon 4.pdf')).toBe('Leçon 4.pdf');
    const stored = await storedFiles();

    expect(await reported('teacher', folder, key)).toBe('Leçon 4.pdf');
    expect(await send('teacher', folder, key, 'Leçon 4.pdf')).toBe('Leçon 4.pdf');
    expect(await listed(groupSpace(host.ids.cm1))).toEqual(['Leçon 4.pdf']);
    expect(await storedFiles()).toEqual(stored);

    const other = newKey();
    expect(await send('teacher', folder, other, 'Leçon 4.pdf')).toBe('Leçon 4 (2).pdf');
    expect(await reported('teacher', folder, other)).toBe('Leçon 4 (2).pdf');
    // The same content under another name.
    expect(await storedFiles()).toEqual(stored);
    expect(await tables(SCHOOL).repository(ContentRow).find()).toMatchObject([{ refs: 2 }]);
  });

  test('F15: attempts that arrive at the same instant store one file', async () => {
    const [key, folder, before] = [newKey(), await inClass(), await storedFiles()];
    const attempts = Array.from({ length: 4 }, () => send('teacher', folder, key, 'course.pdf'));
    expect(await Promise.all(attempts)).toEqual(['course.pdf', 'course.pdf', 'course.pdf', 'course.pdf']);
    expect(await listed(groupSpace(host.ids.cm1))).toEqual(['course.pdf']);
    expect(await storedFiles()).toHaveLength(before.length + 1);
    expect(await tables(SCHOOL).repository(ContentRow).find()).toMatchObject([{ refs: 1 }]);
  });

  test('uploads of one name, each with its own content, and of one content, into two spaces at once', async () => {
    const [folder, mine, before] = [await inClass(), await own('teacher'), await storedFiles()];
    const names = Array.from({ length: 6 }, (_, index) => `double${index === 0 ? '' : ` (${index + 1})`}.txt`);
    const posted = Array.from({ length: 6 }, (_, index) =>
      host
        .as('teacher')
        .post(`${folder}/files`)
        .files({ 'double.txt': `content ${index}` })
        .expect(303),
    );
    const same = [folder, mine, folder, mine].map((into) =>
      host.as('teacher').post(`${into}/files`).files({ 'same.txt': 'the same' }).expect(303),
    );
    await Promise.all([...posted, ...same].map((one) => one));
    expect(await listed(groupSpace(host.ids.cm1))).toEqual([...names, 'same (2).txt', 'same.txt'].sort());
    expect(await storedFiles()).toHaveLength(before.length + 7);
    const shared = await tables(SCHOOL)
      .repository(ContentRow)
      .find({ where: { bytes: 8 } });
    expect(shared).toMatchObject([{ refs: 4 }]);
  });

  testOnce('T4: the key of another person’s upload gives no information and no access', async () => {
    const [key, folder] = [newKey(), await inClass()];
    await send('teacher', folder, key, 'de Claire.pdf');
    expect(await reported('teacherInBothSchools', folder, key)).toBeNull();
    expect(await send('teacherInBothSchools', folder, key, 'autre.pdf')).toBe('autre.pdf');
    expect(await listed(groupSpace(host.ids.cm1))).toEqual(['autre.pdf', 'de Claire.pdf']);
    expect(await reported('teacher', folder, key)).toBe('de Claire.pdf');

    const journal = await own('pupil');
    await send('pupil', journal, key, 'journal.txt');
    const other = host.as('pupilOfOtherClass');
    await other.get(`${journal}/uploads/${key}`).expect(404);
    await other.post(`${journal}/uploads/${key}`).files({ 'à moi.txt': 'x' }).expect(404);
    expect(await listed(ownSpace(await host.ids.person('pupil')))).toEqual(['journal.txt']);
  });

  testOnce('T1: the same person finds it in no other folder and no other school', async () => {
    const [key, folder] = [newKey(), await inClass()];
    const sixth = await folderOf(groupSpace(host.ids.sixthA), OTHER_SCHOOL);
    await send('teacherInBothSchools', folder, key, 'lilas.pdf');
    expect(await reported('teacherInBothSchools', await own('teacherInBothSchools'), key)).toBeNull();
    expect(await reported('teacherInBothSchools', folder, key, OTHER_SCHOOL)).toBeNull();
    expect(await reported('teacherInBothSchools', sixth, key, OTHER_SCHOOL)).toBeNull();
    expect(await send('teacherInBothSchools', sixth, key, 'sixième.pdf', OTHER_SCHOOL)).toBe('sixième.pdf');
    expect(await listed(groupSpace(host.ids.cm1))).toEqual(['lilas.pdf']);
    expect(await listed(groupSpace(host.ids.sixthA), OTHER_SCHOOL)).toEqual(['sixième.pdf']);
  });

  testOnce('T3, T8: users without write permission in a class can neither upload nor query uploads there', async () => {
    const path = `${await inClass()}/uploads/${newKey()}`;
    const answers = { pupil: 404, guardian: 403, head: 404, teacherOfOtherClass: 404, teacherOfOtherSchool: 404 };
    for (const [role, status] of Object.entries(answers) as [Role, number][]) {
      await host.as(role).get(path).expect(status);
      await host.as(role).post(path).files({ 'intrus.pdf': 'x' }).expect(status);
    }
    expect(await listed(groupSpace(host.ids.cm1))).toEqual([]);
  });

  testOnce('F15: a file that is too large, and a form with two files, store nothing', async () => {
    const [before, folder] = [await storedFiles(), await own('pupil')];
    const path = `${folder}/uploads/${newKey()}`;
    const pupil = host.as('pupil');
    await pupil
      .post(path)
      .files({ 'lourd.txt': 'x'.repeat(1_001) })
      .expect(413);
    await pupil.post(path).files({ 'un.txt': '1', 'deux.txt': '2' }).expect(400);
    await pupil.post(path).files({ '': '' }).expect(400);
    await pupil.post(`${folder}/uploads/none`).files({ 'un.txt': '1' }).expect(404);
    expect(await storedFiles()).toEqual(before);
  });

  testOnce(
    'F4, F13, F14: what is stored runs nowhere, whatever its name, and only the user of the program reads it',
    async () => {
      const folder = await inClass();
      const names = ['$(touch owned).svg', '`touch owned`.html', '; touch owned', '& touch owned.xhtml', '-rf.pdf'];
      const page = '<html xmlns="http://www.w3.org/1999/xhtml"><script>alert(1)</script></html>';
      const files = Object.fromEntries(names.map((name) => [name, `${page} ${name}`]));
      await host.as('teacher').post(`${folder}/files`).files(files).expect(303);
      expect(await listed(groupSpace(host.ids.cm1))).toEqual([...names].sort());
      const rows = await tables(SCHOOL)
        .repository(NodeRow)
        .find({ where: { rank: FILE } });
      for (const { id, name } of rows) {
        const { headers, text } = await host.as('pupil').get(`/files/${id}`).expect(200);
        expect(text).toBe(`${page} ${name}`);
        expect(headers.get('content-type')).toBe('application/octet-stream');
        expect(headers.get('content-disposition')).toMatch(/^attachment/);
        expect(headers.get('content-security-policy')).toMatch(/sandbox/);
        expect(headers.get('x-content-type-options')).toBe('nosniff');
      }
      const { lines } = await host.command('files verify', { options: {} });
      expect(lines.join()).not.toMatch(/damaged|missing|cannot be read/);
      const entries = await readdir(host.storageFolder, { recursive: true, withFileTypes: true });
      const modes = await Promise.all(
        entries.map(async (entry) => (await stat(join(entry.parentPath, entry.name))).mode),
      );
      expect(modes.filter((mode) => (mode & 0o077) !== 0)).toEqual([]);
      for (const place of ['.', host.storageFolder]) expect(await readdir(place)).not.toContain('owned');
    },
  );

  // Last: afterwards the pupil has another login.
  describe('a file that is on its way while two records of its pupil become one', () => {
    const db = tables(SCHOOL);
    const nodes = db.repository(NodeRow);
    const open = (space: SpaceRef): Promise<NodeRow> => openSpace(space, { db, clock: host.clock });

    /** The directory makes the record of the pupil anew. @returns the ids of both, the pair, and the new login */
    async function makeAnew(): Promise<{ newer: string; kept: string; pair: string; login: string }> {
      const login = `ines.${newKey()}`;
      await applyRecords(host, withOtherKey('pupil', login, await sampleRecords()));
      const [asked] = await host.host.database.dataSource.query<{ id: string; otherId: string }[]>(
        `SELECT id, ${quoted('otherId')} FROM core_homonym WHERE state = 'open'`,
      );
      if (!asked) throw new Error('No pair is asked about.');
      return { newer: await host.ids.login(login), kept: asked.otherId, pair: asked.id, login };
    }
    const quoted = (column: string): string => host.host.database.dataSource.driver.escape(column);

    async function makeFolder({ id: parentId }: { readonly id: string }, login: string): Promise<NodeRow> {
      await host.asLogin(login).post(`/folders/${parentId}/folders`).form({ name: 'Films' }).expect(303);
      const made = await nodes.findOne({ where: { parentId, name: 'Films' } });
      if (!made) throw new Error('There is no folder.');
      return made;
    }

    /** Does something when the folder was looked up and the file has begun to arrive. */
    async function meanwhile<R>(done: () => Promise<void>, request: () => PromiseLike<R>): Promise<R> {
      const { storage } = host.host;
      const forSchool = storage.forSchool.bind(storage);
      storage.forSchool = (...at) => {
        const school = forSchool(...at);
        return { ...school, store: (...file) => done().then(() => school.store(...file)) };
      };
      try {
        return await request();
      } finally {
        storage.forSchool = forSchool;
      }
    }

    beforeEach(async () => {
      for (const entity of [NodeRow, SpaceRow]) await db.repository<{ id: string }>(entity).delete({});
    });

    const ways = [
      { of: 'both', by: 'form', into: 'root' },
      { of: 'both', by: 'script', into: 'root' },
      { of: 'both', by: 'script', into: 'folder' },
      { of: 'the former record', by: 'script', into: 'root' },
      { of: 'the record that stays', by: 'script', into: 'root' },
    ] as const;
    test.each(ways)('T7: is in their files: drive of $of, sent by $by into the $into', async ({ of, by, into }) => {
      const { newer, kept, pair, login } = await makeAnew();
      if (of !== 'the former record') await open(ownSpace(kept));
      let folder: { readonly id: string } =
        of === 'the record that stays' ? { id: holderOf(ownSpace(newer)) } : await open(ownSpace(newer));
      if (into === 'folder') {
        folder = await makeFolder(folder, login);
      }
      const path = by === 'form' ? '/own/files' : `/folders/${folder.id}/uploads/${newKey()}`;
      await meanwhile(
        () => host.host.homonyms.decide(pair, 'same', { actor: 'cli', reason: '' }),
        () =>
          host
            .asLogin(login)
            .post(path)
            .files({ 'film.mp4': 'a film' })
            .expect(by === 'form' ? 303 : 200),
      );
      await host.host.homonyms.moveLateRows({ since: host.clock.now() }, new AbortController().signal);
      if (into === 'root')
        await host
          .asLogin(login)
          .get('/own')
          .expect(200, /film\.mp4/);
      expect(await nodes.find({ where: { name: 'film.mp4' } })).toMatchObject([{ ownerId: kept, addedBy: kept }]);
      expect(await driveFaults(db)).toEqual([]);
    });

    test.each(['box', 'folder'])('T7: is theirs in the drop box: sent into the %s', async (into) => {
      const { kept, pair, login } = await makeAnew();
      const box = await open(groupSpace(host.ids.cm1));
      await nodes.update({ id: box.id }, { pupilsAdd: true, readers: 'teachers' });
      let folder = box;
      if (into === 'folder') {
        folder = await makeFolder(box, login);
      }
      await meanwhile(
        () => host.host.homonyms.decide(pair, 'same', { actor: 'cli', reason: '' }),
        () =>
          host
            .asLogin(login)
            .post(`/folders/${folder.id}/uploads/${newKey()}`)
            .files({ 'film.mp4': 'a film' })
            .expect(200),
      );
      await host.host.homonyms.moveLateRows({ since: host.clock.now() }, new AbortController().signal);
      expect(await nodes.find({ where: { name: 'film.mp4' } })).toMatchObject([
        { parentId: folder.id, ownerId: kept, addedBy: kept },
      ]);
    });
  });
});
