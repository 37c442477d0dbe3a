// SPDX-License-Identifier: EUPL-1.2
import { randomBytes } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { OTHER_SCHOOL, startTestHost, testDatabases, type Role } from '@volee/core-adapter/testing';
import fileShare from './index.js';

const hosts = await Promise.all(
  testDatabases().map(async (database) => ({
    name: database.name,
    host: await startTestHost({ bricks: [{ brick: fileShare, settings: { maxFileSize: '1kB' } }], database }),
  })),
);

const newKey = (): string => randomBytes(16).toString('hex');

describe.each(hosts)('an upload that is sent again, on $name', ({ host }) => {
  const classPath = (groupId = host.ids.cm1): string => `/groups/${groupId}`;
  const at = (school: string | undefined): { school?: string } => (school === undefined ? {} : { school });

  /** Sends a file under a key. @returns the name it was stored under */
  async function send(role: Role, space: string, key: string, name: string, school?: string): Promise<unknown> {
    const files = { [name]: `${role} ${name}` };
    const { text } = await host.as(role).post(`${space}/uploads/${key}`, at(school)).files(files).expect(200);
    return nameIn(text);
  }

  /** Asks whether the file of a key has arrived. @returns its name, or null where the answer is 404 */
  async function reported(role: Role, space: string, key: string, school?: string): Promise<unknown> {
    const { status, text } = await host.as(role).get(`${space}/uploads/${key}`, at(school));
    return status === 404 ? null : nameIn(text);
  }

  function nameIn(text: string): unknown {
    return (JSON.parse(text) as { name: unknown }).name;
  }

  async function listed(role: Role, space: string, school?: string): Promise<string[]> {
    const { text } = await host.as(role).get(space, at(school)).expect(200);
    return [...text.matchAll(/class="v-row-text text-break">([^<]+)</g)].map(([, name = '']) => name);
  }

  async function storedFiles(): Promise<string[]> {
    const entries = await readdir(host.storageFolder, { recursive: true, withFileTypes: true });
    return entries.filter((entry) => entry.isFile()).map(({ name }) => name);
  }

  beforeEach(() => host.host.database.dataSource.query('DELETE FROM file_share_file'));

  test('F15: the file is there once, under the name it had at first, and no content is left over', async () => {
    const key = newKey();
    expect(await reported('teacher', classPath(), key)).toBeNull();
    expect(await send('teacher', classPath(), key, 'Leçon 4.pdf')).toBe('Leçon 4.pdf');
    const stored = await storedFiles();

    expect(await reported('teacher', classPath(), key)).toBe('Leçon 4.pdf');
    expect(await send('teacher', classPath(), key, 'Leçon 4.pdf')).toBe('Leçon 4.pdf');
    expect(await listed('pupil', classPath())).toEqual(['Leçon 4.pdf']);
    expect(await storedFiles()).toEqual(stored);
  });

  test('F15: attempts that arrive at the same instant store one file', async () => {
    const key = newKey();
    const before = await storedFiles();
    const attempts = Array.from({ length: 4 }, () => send('teacher', classPath(), key, 'course.pdf'));
    expect(await Promise.all(attempts)).toEqual(['course.pdf', 'course.pdf', 'course.pdf', 'course.pdf']);
    expect(await listed('teacher', classPath())).toEqual(['course.pdf']);
    expect(await storedFiles()).toHaveLength(before.length + 1);
  });

  test('another file of the same name is told the name that it got', async () => {
    await send('teacher', classPath(), newKey(), 'Leçon 4.pdf');
    const key = newKey();
    expect(await send('teacher', classPath(), key, 'Leçon 4.pdf')).toBe('Leçon 4 (2).pdf');
    expect(await reported('teacher', classPath(), key)).toBe('Leçon 4 (2).pdf');
  });

  test('T4: the key of another person’s upload gives no information and no access', async () => {
    const key = newKey();
    await send('teacher', classPath(), key, 'de Claire.pdf');
    expect(await reported('teacherInBothSchools', classPath(), key)).toBeNull();
    expect(await send('teacherInBothSchools', classPath(), key, 'autre.pdf')).toBe('autre.pdf');
    expect(await listed('pupil', classPath())).toEqual(['autre.pdf', 'de Claire.pdf']);
    expect(await reported('teacher', classPath(), key)).toBe('de Claire.pdf');

    await send('pupil', '/own', key, 'journal.txt');
    expect(await reported('pupilOfOtherClass', '/own', key)).toBeNull();
    expect(await send('pupilOfOtherClass', '/own', key, 'à moi.txt')).toBe('à moi.txt');
    expect(await listed('pupil', '/own')).toEqual(['journal.txt']);
  });

  test('T1: the same person finds it in no other space and no other school', async () => {
    const key = newKey();
    await send('teacherInBothSchools', classPath(), key, 'lilas.pdf');
    expect(await reported('teacherInBothSchools', '/own', key)).toBeNull();
    expect(await reported('teacherInBothSchools', '/own', key, OTHER_SCHOOL)).toBeNull();
    expect(await reported('teacherInBothSchools', classPath(host.ids.sixthA), key, OTHER_SCHOOL)).toBeNull();
    expect(await send('teacherInBothSchools', classPath(host.ids.sixthA), key, 'sixième.pdf', OTHER_SCHOOL)).toBe(
      'sixième.pdf',
    );
    expect(await listed('pupil', classPath())).toEqual(['lilas.pdf']);
    expect(await listed('pupilOfOtherSchool', classPath(host.ids.sixthA), OTHER_SCHOOL)).toEqual(['sixième.pdf']);
  });

  test('T3, T8: users without write permission in a class can neither upload nor query uploads there', async () => {
    const path = `${classPath()}/uploads/${newKey()}`;
    const answers = { pupil: 403, guardian: 403, head: 403, teacherOfOtherClass: 404, teacherOfOtherSchool: 404 };
    for (const [role, status] of Object.entries(answers)) {
      await host
        .as(role as Role)
        .get(path)
        .expect(status);
      await host
        .as(role as Role)
        .post(path)
        .files({ 'intrus.pdf': 'x' })
        .expect(status);
    }
    expect(await listed('teacher', classPath())).toEqual([]);
  });

  test('F15: a file that is too large, and a form with two files, store nothing', async () => {
    const before = await storedFiles();
    const path = `/own/uploads/${newKey()}`;
    const pupil = host.as('pupil');
    await pupil
      .post(path)
      .files({ 'lourd.txt': 'x'.repeat(1_001) })
      .expect(413);
    await pupil.post(path).files({ 'un.txt': '1', 'deux.txt': '2' }).expect(400);
    await pupil.post(path).files({ '': '' }).expect(400);
    await pupil.post('/own/uploads/none').files({ 'un.txt': '1' }).expect(404);
    expect(await storedFiles()).toEqual(before);
  });
});
