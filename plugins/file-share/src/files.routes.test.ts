// SPDX-License-Identifier: EUPL-1.2
import { readdir } from 'node:fs/promises';
import { OTHER_SCHOOL, SCHOOL, startTestHost, type Role } from '@volee/core-adapter/testing';
import fileShare from './index.js';

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

/** The address that the name leads to in a list. */
function pathOf(html: string, name: string): string {
  const link = [...html.matchAll(/<a class="v-file" href="([^"]+)">([^]*?)<\/a>/g)].find(([, , text]) =>
    text?.includes(name),
  );
  return link?.[1]?.replace(/^\/s\/[^/]+\/file-share/, '') ?? `there is no ${name} in the list`;
}

async function storedFiles(): Promise<string[]> {
  const entries = await readdir(host.storageFolder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map(({ name }) => name);
}

describe('putting files in', () => {
  test('a teacher adds files to the space of a class; pupils, guardians and the head read them', async () => {
    const teacher = host.as('teacher');
    await teacher.post(`${classPath()}/files`).files({ 'Le Vésuve.pdf': 'lave', 'carte.png': 'x' }).expect(303);
    await teacher.get(classPath()).expect(200, /2 fichiers déposés[^]*Vous, aujourd’hui à\u00a011/);
    for (const role of ['pupil', 'guardian', 'head', 'teacherInBothSchools'] as const) {
      const { text } = await host
        .as(role)
        .get(classPath())
        .expect(200, /Claire Vuillet, aujourd’hui à\u00a011/);
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
      .expectNot(/<script>alert|\.\.\//);
    const { headers } = await host.as('pupil').get(pathOf(text, 'script>.html')).expect(200);
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

describe('the addresses of a file', () => {
  test('T1, T4, T8: another class, another school, another kind of space: it is not there', async () => {
    const [mine = ''] = await deposit('teacher', classPath(), { 'cm1.txt': 'x' });
    const [theirs = ''] = await deposit('teacherOfOtherSchool', classPath(host.ids.sixthA), { '6a.txt': 'x' });
    const id = mine.split('/').at(-1) ?? '';

    for (const role of [
      'pupilOfOtherClass',
      'guardianOfOtherClass',
      'teacherOfOtherClass',
      'pupilOfOtherSchool',
    ] as const) {
      await host.as(role).get(mine).expect(404);
    }
    await host.as('teacherOfOtherClass').post(`${mine}/delete`).expect(404);
    await host
      .as('teacherOfOtherClass')
      .get(`${classPath(host.ids.cm2)}/files/${id}`)
      .expect(404);
    await host
      .as('teacherOfOtherClass')
      .post(`${classPath(host.ids.cm2)}/files/${id}/delete`)
      .expect(404);
    await host.as('teacher').get(`/own/files/${id}`).expect(404);
    await host.as('teacher').post(`/own/files/${id}/delete`).expect(404);

    for (const role of ['head', 'teacher', 'teacherInBothSchools'] as const) {
      await host.as(role).get(theirs).expect(404);
    }
    await host.as('teacherInBothSchools').post(`${theirs}/delete`).expect(404);
    await host.as('teacherInBothSchools').get(theirs, { school: OTHER_SCHOOL }).expect(200);
    await host.as('teacher').get(mine).expect(200);
  });

  test('T4: a file is only found at the URL of its own space, even for users that may read both', async () => {
    const [shared = ''] = await deposit('teacher', classPath(), { 'partagé.txt': 'x' });
    const [own = ''] = await deposit('teacher', '/own', { 'à moi.txt': 'x' });
    await host.as('head').get(shared).expect(200);
    await host
      .as('head')
      .get(shared.replace(classPath(), classPath(host.ids.cm2)))
      .expect(404);
    await host.as('teacher').get(own.replace('/own', classPath())).expect(404);
    await host
      .as('teacher')
      .post(`${own.replace('/own', classPath())}/delete`)
      .expect(404);
    await host.as('teacher').get(own).expect(200);
  });
});

describe('deleting', () => {
  const auditLines = (): Promise<{ actor: string; subject: string; outcome: string }[]> =>
    host.host.database.dataSource.query(
      `SELECT actor, subject, outcome FROM core_audit WHERE action = 'file-share.file.delete' ORDER BY id`,
    );

  test('a teacher is asked first, then any file of the class goes: row, content and trace', async () => {
    const [path = ''] = await deposit('teacherInBothSchools', classPath(), { 'à ôter.txt': 'x' });
    const before = await storedFiles();
    const teacher = host.as('teacher');
    await teacher.get(`${path}/delete`).expect(200, /Supprimer «\u00a0à ôter\.txt\u00a0»[^]*C’est définitif/);
    await teacher.get(path).expect(200);

    const { headers } = await teacher.post(`${path}/delete`).expect(303);
    expect(headers.get('location')).toBe(`/s/${SCHOOL}/file-share${classPath()}`);
    await teacher.get(classPath()).expect(200, /«\u00a0à ôter\.txt\u00a0» est supprimé/);
    await teacher.get(path).expect(404);
    await teacher.post(`${path}/delete`).expect(404);
    expect(await storedFiles()).toHaveLength(before.length - 1);

    const line = (await auditLines()).at(-1);
    expect(line).toMatchObject({ actor: await host.ids.person('teacher'), outcome: 'done' });
    expect(JSON.parse(line?.subject ?? '')).toMatchObject({ groupId: host.ids.cm1, name: 'à ôter.txt' });
  });

  test('users delete their own files, and the audit trail does not contain the name', async () => {
    const [path = ''] = await deposit('pupil', '/own', { 'journal intime.txt': 'x' });
    await host
      .as('pupil')
      .get(`${path}/delete`)
      .expect(200)
      .expectNot(/toute la classe/);
    await host.as('pupil').post(`${path}/delete`).expect(303);
    await host.as('pupil').get(path).expect(404);
    expect((await auditLines()).at(-1)?.subject).toBe(JSON.stringify({ file: path.split('/').at(-1) }));
  });

  test('T3: readers of a class space cannot delete files there, not even by URL', async () => {
    const [path = ''] = await deposit('teacher', classPath(), { 'gardé.txt': 'x' });
    for (const role of ['pupil', 'guardian', 'head'] as const) {
      await host
        .as(role)
        .get(classPath())
        .expect(200, /gardé\.txt/)
        .expectNot(/\/delete"/);
      await host.as(role).get(`${path}/delete`).expect(403);
      await host.as(role).post(`${path}/delete`).expect(403);
    }
    await host.as('teacher').get(path).expect(200);
  });
});
