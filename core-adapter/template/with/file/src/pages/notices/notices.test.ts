// SPDX-License-Identifier: EUPL-1.2
import { Readable } from 'node:stream';
import { UnavailableError, type IncomingFile } from '@volee/core-adapter';
import { brickContract, SCHOOL, startTestHost } from '@volee/core-adapter/testing';
import brick from '../../index.js';
import { receiveFile } from '../../domain/attach/receive-file.js';
import { NoticeRow } from '../../store/notice.entity.js';

// A real host: two schools, every profile, the brick switched on in both.
const host = await startTestHost({ bricks: [brick] });
const notice = (text: string): Record<string, string> => ({ groupId: host.ids.cm1, text });

test('T1: a teacher writes to a class; only its pupils, their guardians and the head read the notice', async () => {
  await host.as('teacher').post('/notices').form(notice('Sortie au musée')).files({}).expect(303);
  for (const reader of ['teacher', 'pupil', 'guardian', 'head'] as const) {
    await host
      .as(reader)
      .get('/')
      .expect(200, /Sortie au musée[^]*CM1 · Claire Vuillet/);
  }
  for (const other of ['pupilOfOtherClass', 'teacherOfOtherClass', 'pupilOfOtherSchool'] as const) {
    await host
      .as(other)
      .get('/')
      .expect(200)
      .expectNot(/Sortie/);
  }
});

test('T3: only a teacher of the class writes to it', async () => {
  await host.as('pupil').post('/notices').form(notice('Intrus')).files({}).expect(403);
  await host.as('teacherOfOtherClass').post('/notices').form(notice('Intrus')).files({}).expect(404);
  await host
    .as('teacherOfOtherSchool')
    .post('/notices', { school: SCHOOL })
    .form(notice('Intrus'))
    .files({})
    .expect(404);
  await host
    .as('pupil')
    .get('/')
    .expect(200)
    .expectNot(/Intrus|<form[^>]*notices/);
});

test('T3: only a teacher of the class removes a notice', async () => {
  const notices = host.tables(SCHOOL).repository(NoticeRow);
  const { id } = await notices.insertOne({
    ...{ groupId: host.ids.cm1, text: 'Photos', addedAt: host.clock.now() },
    addedBy: await host.ids.person('teacher'),
  });
  await host.as('pupil').post(`/notices/${id}/remove`).expect(403);
  await host.as('teacherOfOtherClass').post(`/notices/${id}/remove`).expect(404);
  await host.as('teacher').post(`/notices/${id}/remove`).expect(303);
  await host.as('teacher').post(`/notices/${id}/remove`).expect(404);
});

test('an empty notice is refused', async () => {
  await host.as('teacher').post('/notices').form(notice('  ')).files({}).expect(400);
});

test('T3: a file is for the people who read its notice', async () => {
  const sent = { 'Mot.txt': 'Rendez-vous à 9 h' };
  await host.as('teacher').post('/notices').form(notice('Le mot est joint')).files(sent).expect(303);
  const { text } = await host
    .as('pupil')
    .get('/')
    .expect(200, /Télécharger Mot\.txt/);
  const [, path = ''] = /href="[^"]*(\/notices\/[^"/]+\/file)"/.exec(text) ?? [];
  for (const reader of ['pupil', 'guardian', 'teacher', 'head'] as const) {
    await host
      .as(reader)
      .get(path)
      .expect(200, /^Rendez-vous à 9 h$/);
  }
  for (const other of ['pupilOfOtherClass', 'teacherOfOtherClass', 'pupilOfOtherSchool'] as const) {
    await host.as(other).get(path).expect(404);
  }
});

async function storedKeys(): Promise<string[]> {
  const keys: string[] = [];
  for await (const key of host.storage(SCHOOL).keys()) keys.push(key);
  return keys.sort();
}

test('nothing stays stored of a file that is too large, or of a form with two', async () => {
  const before = await storedKeys();
  const large = { 'Film.mp4': new Uint8Array(10_000_001) };
  await host.as('teacher').post('/notices').form(notice('Film')).files(large).expect(413);
  const two = { 'Un.txt': '1', 'Deux.txt': '2' };
  await host.as('teacher').post('/notices').form(notice('Deux')).files(two).expect(400);
  expect(await storedKeys()).toEqual(before);
  await host
    .as('teacher')
    .get('/')
    .expect(200)
    .expectNot(/Film|Deux/);
});

async function* sentFile(): AsyncGenerator<IncomingFile> {
  yield { field: 'files', name: 'Mot.txt', content: Readable.from('Mot') };
}

test.each([
  ['goes when its row cannot be written', new Error('a mistake'), 0],
  ['stays when the database is gone, since the row may have been written', new UnavailableError('gone'), 1],
])('the content of a file %s', async (_, error, more) => {
  const storage = host.storage(SCHOOL);
  const before = await storedKeys();
  const receiving = receiveFile({ files: sentFile(), storage }, 100, () => Promise.reject(error));
  await expect(receiving).rejects.toThrow(error);
  expect(await storedKeys()).toHaveLength(before.length + more);
});

test('the file goes with its notice', async () => {
  const before = await storedKeys();
  await host.as('teacher').post('/notices').form(notice('Vite')).files({ 'Vite.txt': 'Vite' }).expect(303);
  const row = await host
    .tables(SCHOOL)
    .repository(NoticeRow)
    .findOne({ where: { text: 'Vite' } });
  await host.as('teacher').post(`/notices/${row?.id}/remove`).expect(303);
  expect(await storedKeys()).toEqual(before);
});

// The tests that every brick must pass: see the guide. Each route with parameters, a query, a body or files needs one
// valid request.
brickContract(brick, {
  examples: {
    'POST /notices': ({ groupId, marker }) => ({
      form: { groupId, text: marker },
      files: { [`${marker}.txt`]: marker },
    }),
    'POST /notices/:id/remove': async ({ groupId, personId, marker, db }) => {
      const notice = { groupId, text: marker, addedBy: personId, addedAt: new Date('2026-11-24T10:00:00Z') };
      return { params: { id: (await db.repository(NoticeRow).insertOne(notice)).id } };
    },
    'GET /notices/:id/file': async ({ groupId, personId, marker, db, storage }) => {
      const { key, bytes } = await storage.store(Readable.from(marker), { maxBytes: 100 });
      const notice = { groupId, text: marker, addedBy: personId, addedAt: new Date('2026-11-24T10:00:00Z') };
      const file = { fileKey: key, fileName: `${marker}.txt`, fileBytes: bytes };
      return { params: { id: (await db.repository(NoticeRow).insertOne({ ...notice, ...file })).id } };
    },
  },
});
