// SPDX-License-Identifier: EUPL-1.2
import { readdir } from 'node:fs/promises';
import { OTHER_SCHOOL, startTestHost, type Role } from '@volee/core-adapter/testing';
import fileShare from '../../index.js';

const host = await startTestHost({ bricks: [{ brick: fileShare, settings: { maxFileSize: '1kB' } }] });

type Files = Readonly<Record<string, string>>;

const classPath = (groupId = host.ids.cm1): string => `/groups/${groupId}`;

/** Puts files into a space and returns the paths of the files of these names, below the brick. */
async function deposit(role: Role, space: string, files: Files, school?: string): Promise<string[]> {
  const person = host.as(role);
  const at = school === undefined ? {} : { school };
  await person.post(`${space}/files`, at).files(files).expect(303);
  const { text } = await person.get(space, at).expect(200);
  return Object.keys(files).map((name) => pathOf(text, name));
}

/** The download of a file in a list: the name of one that can be shown leads to the page about it. */
function pathOf(html: string, name: string): string {
  const link = [...html.matchAll(/<a (?:data-kind|class)="(?:v-pic )?[a-z-]+" href="([^"]+)">([^]*?)<\/a>/g)].find(
    ([, , text]) => text?.includes(name),
  );
  return link?.[1]?.replace(/^(\.\.\/)*/, '/').replace('/nodes/', '/files/') ?? `there is no ${name} in the list`;
}

async function storedFiles(): Promise<string[]> {
  const entries = await readdir(host.storageFolder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map(({ name }) => name);
}

describe('putting files in', () => {
  test('a teacher adds files to the space of a class; pupils, guardians and the head read them', async () => {
    const teacher = host.as('teacher');
    await teacher.post(`${classPath()}/files`).files({ 'Le Vésuve.pdf': 'lave', 'carte.png': 'x' }).expect(303);
    await teacher.get(classPath()).expect(200, /2 fichiers déposés[^]*Vous[^]*aujourd’hui à\u00a011/);
    for (const role of ['pupil', 'guardian', 'head', 'teacherInBothSchools'] as const) {
      // A pupil finds pictures, without the day of each file.
      const line = role === 'pupil' ? /Le Vésuve\.pdf/ : /Claire Vuillet[^]*aujourd’hui à\u00a011/;
      const { text } = await host.as(role).get(classPath()).expect(200, line);
      await host
        .as(role)
        .get(pathOf(text, 'Le Vésuve.pdf'))
        .expect(200, /^lave$/);
    }
  });

  test('the newest stands first', async () => {
    await deposit('teacher', classPath(), { 'avant.txt': 'x' });
    host.clock.advance(60_000);
    await deposit('teacher', classPath(), { 'après.txt': 'x' });
    await host
      .as('pupil')
      .get(classPath())
      .expect(200, /après\.txt[^]*avant\.txt/);
  });

  test('a name that is taken gets a number, within one space and within one go', async () => {
    await deposit('teacher', classPath(), { 'double.pdf': 'first', 'Double.PDF': 'second' });
    const [path = ''] = await deposit('teacher', classPath(), { 'double (3).pdf': 'third' });
    await host
      .as('teacher')
      .get(classPath())
      .expect(200, /Double \(2\)\.PDF/);
    await host
      .as('teacher')
      .get(path)
      .expect(200, /^third$/);
    await deposit('teacher', '/own', { 'double.pdf': 'elsewhere' });
    await host
      .as('teacher')
      .get('/own')
      .expect(200, /double\.pdf/)
      .expectNot(/double \(/);
  });

  test('F1: a long name of a letter that is longer in lower case is stored again and again', async () => {
    const name = 'İ'.repeat(200);
    for (let count = 1; count <= 3; count += 1)
      await host
        .as('pupil')
        .post('/own/files')
        .files({ [name]: `${count}` })
        .expect(303);
    const { text } = await host.as('pupil').get('/own').expect(200);
    expect(text).toContain(`${'İ'.repeat(196)} (3)`);
  });

  test('the page after a plain form tells under which name a file was stored whose own was taken', async () => {
    const teacher = host.as('teacher');
    await deposit('teacher', classPath(), { 'Leçon 4.pdf': 'first' });
    await teacher.post(`${classPath()}/files`).files({ 'Leçon 4.pdf': 'second', 'Leçon 5.pdf': 'x' }).expect(303);
    await teacher
      .get(classPath())
      .expect(200, /2 fichiers déposés, dont 1 sous un autre nom\u00a0: Leçon 4 \(2\)\.pdf/);
    await teacher.post(`${classPath()}/files`).files({ 'Leçon 4.pdf': 'third' }).expect(303);
    await teacher.get(classPath()).expect(200, /1 fichier déposé, sous un autre nom\u00a0: Leçon 4 \(3\)\.pdf/);
  });

  test('no file chosen: the page says so', async () => {
    const teacher = host.as('teacher');
    await teacher.post(`${classPath()}/files`).files({ '': '' }).expect(303);
    await teacher.get(classPath()).expect(200, /Aucun fichier n’était choisi/);
  });

  test('F15: one file that is too large, and none of them is kept', async () => {
    const before = await storedFiles();
    const files = { 'small.txt': 'fits', 'large.txt': 'x'.repeat(1_001) };
    await host.as('teacher').post(`${classPath()}/files`).files(files).expect(413);
    await host
      .as('teacher')
      .get(classPath())
      .expect(200)
      .expectNot(/small\.txt|large\.txt/);
    expect(await storedFiles()).toEqual(before);
    await deposit('teacher', classPath(), { 'exactly.txt': 'x'.repeat(1_000) });
  });

  test('F1, F4: a hostile name is only a name, and what it holds leaves as an attachment that can run nothing', async () => {
    await deposit('teacher', classPath(), { '../../<script>alert(1)</script>.html': '<script>alert(1)</script>' });
    const { text } = await host
      .as('pupil')
      .get(classPath())
      .expect(200)
      .expectNot(/<script>alert|>[^<]*\.\.\//);
    const { headers } = await host.as('pupil').get(pathOf(text, 'script .html')).expect(200);
    expect(headers.get('content-type')).toBe('application/octet-stream');
    expect(headers.get('content-disposition')).toMatch(/^attachment/);
    expect(headers.get('content-security-policy')).toMatch(/sandbox/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });

  test('P3: a visitor without a session cannot add files', async () => {
    const before = await storedFiles();
    for (const space of [classPath(), '/own']) {
      const { status } = await host.anonymous.post(`${space}/files`).files({ 'intrus.txt': 'x' });
      expect([303, 401]).toContain(status);
    }
    expect(await storedFiles()).toEqual(before);
  });
});

describe('a personal space', () => {
  test.each(['pupil', 'teacher', 'head', 'staff'] as const)(
    'a %s stores files that no other user sees',
    async (role) => {
      const [path = ''] = await deposit(role, '/own', { 'journal.txt': 'secret' });
      await host
        .as(role)
        .get(path)
        .expect(200, /^secret$/);
      const others = ['pupil', 'pupilOfOtherClass', 'teacher', 'head', 'staff', 'teacherInBothSchools'] as const;
      for (const other of others.filter((one) => one !== role)) {
        await host.as(other).get(path).expect(404);
        await host.as(other).get(`${path}/delete`).expect(404);
        await host.as(other).post(`${path}/delete`).expect(404);
      }
      await host.as(role).get(path).expect(200);
    },
  );

  test('T1: it is one for each school', async () => {
    const [path = ''] = await deposit('teacherInBothSchools', '/own', { 'lilas.txt': 'x' });
    const teacher = host.as('teacherInBothSchools');
    await teacher
      .get('/own', { school: OTHER_SCHOOL })
      .expect(200)
      .expectNot(/lilas\.txt/);
    await teacher.get(path, { school: OTHER_SCHOOL }).expect(404);
  });
});
