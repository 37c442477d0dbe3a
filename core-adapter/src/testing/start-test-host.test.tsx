// SPDX-License-Identifier: EUPL-1.2
import { Readable } from 'node:stream';
import { z } from 'zod';
import { defineBrick, json, type Manifest } from '../api/index.js';
import { CreateNotes1764028800000, moveNotes, NoteRow } from '../host/infra/database/notes-for-tests.js';
import {
  askEverybody,
  group,
  kin,
  member,
  OTHER_SCHOOL,
  person,
  SCHOOL,
  startTestHost,
  type ExpectedAnswer,
} from './index.js';

const manifest = {
  id: 'hello',
  version: '1.0.0',
  adapter: '^0.2.0',
  kind: 'feature',
  settings: z.strictObject({}),
  locales: { fr: { title: 'Bonjour', summary: 'Dit bonjour' }, en: { title: 'Hello', summary: 'Says hello' } },
  permissions: { read: { profiles: ['pupil', 'guardian', 'teacher', 'head'] }, write: { profiles: ['teacher'] } },
} satisfies Manifest;

const noted = {
  ...manifest,
  id: 'notes',
  entities: [NoteRow],
  migrations: [CreateNotes1764028800000],
  personalData: { none: 'summary' },
  storedKeys: [{ entity: NoteRow, column: 'text' }],
} satisfies Manifest;

const notes = defineBrick(noted, ({ http, moveGroup }) => {
  moveGroup(moveNotes);
  http.get('/', { access: 'read' }, async ({ page, t, user, access }) =>
    page(
      t('title'),
      <p>
        {user.displayName}: {(await access.groups('read')).map(({ name }) => name).join(', ')}
      </p>,
    ),
  );
  http.get(
    '/groups/:id',
    { access: 'read', params: z.object({ id: z.uuid() }), group: ({ params }) => params.id },
    () => json({ ok: true }),
  );
  http.post(
    '/groups/:id',
    { access: 'write', params: z.object({ id: z.uuid() }), group: ({ params }) => params.id },
    ({ redirect }) => redirect('/', 'Fait.'),
  );
});

const records = [
  group(SCHOOL, 'cp', 'CP'),
  person('zoe', 'pupil', SCHOOL, 'Zoé', 'Petit'),
  person('Rose', 'guardian', OTHER_SCHOOL, 'Rose', 'Petit'),
  member(SCHOOL, 'cp', 'zoe'),
  kin('Rose', 'zoe'),
];
/** The number of listening servers in this process. */
function openPorts(): number {
  return process.getActiveResourcesInfo().filter((kind) => kind === 'TCPServerWrap').length;
}

const broken = defineBrick({ ...manifest, id: 'broken' }, () => {
  throw new Error('not today');
});
const portsBefore = openPorts();
const failure = await startTestHost({ bricks: [broken] }).then(
  () => 'it came up',
  (error: unknown) => error,
);
const portsAfter = openPorts();

const host = await startTestHost({ bricks: [notes], records });

test('a brick that fails to start leaves no host running that would keep jest from ending', () => {
  expect(failure).toMatchObject({ message: expect.stringMatching(/^broken did not start: .*not today/) });
  expect(portsAfter).toBe(portsBefore);
});

test('each person of the sample sees their own classes', async () => {
  await host
    .as('teacher')
    .get('/')
    .expect(200, /Claire Vuillet: CM1/);
  await host.as('guardianInBothSchools').get('/').expect(200, /CM1/).expectNot(/6e A/);
  await host.as('guardianInBothSchools').get('/', { school: OTHER_SCHOOL }).expect(200, /6e A/).expectNot(/CM1/);
  await host
    .as('head')
    .get('/')
    .expect(200, /CM1, CM2/);
  await host.as('staff').get('/').expect(403);
});

test('`ids` are those of the classes of the sample, also of last year', async () => {
  const { cm1, cm2, ce2, sixthA } = host.ids;
  const named = async (uai: string, ids: string[]): Promise<unknown> => [
    ...(await host.host.directory.groupNames(uai, ids)),
  ];
  expect(await named(SCHOOL, [ce2])).toEqual([[ce2, 'CE2']]);
  expect(await named(SCHOOL, [cm1])).toEqual([[cm1, 'CM1']]);
  expect(await named(SCHOOL, [cm2])).toEqual([[cm2, 'CM2']]);
  expect(await named(OTHER_SCHOOL, [sixthA])).toEqual([[sixthA, '6e A']]);
});

test('T1, T8: another class and another school are unreachable by any id or address', async () => {
  await host.as('pupil').get(`/groups/${host.ids.cm1}`).expect(200);
  await host.as('pupil').get(`/groups/${host.ids.cm2}`).expect(404);
  await host.as('pupil').get(`/groups/${host.ids.sixthA}`).expect(404);
  await host.as('pupil').get('/', { school: OTHER_SCHOOL }).expect(404);
  await host.as('pupil').get('/groups/not-an-id').expect(404);
  await host.as('pupil').post(`/groups/${host.ids.cm1}`).expect(403);
  await host.as('teacher').post(`/groups/${host.ids.cm2}`).expect(404);
});

test('a form redirects to a page with a notice that is shown once', async () => {
  const teacher = host.as('teacher');
  const { headers } = await teacher.post(`/groups/${host.ids.cm1}`).expect(303);
  expect(headers.get('location')).toBe(`/s/${SCHOOL}/notes/`);
  await teacher.get('/').expect(200, /Fait\./);
  await teacher
    .get('/')
    .expect(200)
    .expectNot(/Fait\./);
});

test('a browser without a session is redirected to the login and back to its page', async () => {
  const { headers } = await host.anonymous.get('/?a=b').expect(303);
  expect(headers.get('location')).toBe(`/login?to=${encodeURIComponent(`/s/${SCHOOL}/notes/?a=b`)}`);
});

test('`records` adds persons and classes to the sample, and the persons log in by login', async () => {
  await host
    .asLogin('zoe')
    .get('/')
    .expect(200, /Zoé Petit: CP/);
  await host
    .asLogin('rose')
    .get('/')
    .expect(200, /Rose Petit: CP/);
  expect(await host.ids.login('zoe')).not.toBe(await host.ids.person('pupil'));
  await expect(host.ids.login('nobody')).rejects.toThrow('The sample has nobody called nobody.');
});

test('a request can set headers: another language, or the Accept header of a program', async () => {
  await host
    .as('teacher')
    .get('/')
    .header('Accept-Language', 'en')
    .expect(200, /<html[^>]* lang="en"/);
  await host.anonymous.get('/').header('Accept', 'application/json').expect(401);
});

test('`tables` and `storage` are those of the first brick in one school', async () => {
  const [here, there] = [host.tables(SCHOOL), host.tables(OTHER_SCHOOL)];
  const { key } = await host.storage(SCHOOL).store(Readable.from(['x']), { maxBytes: 9 });
  await here.repository(NoteRow).insert([{ text: key, groupId: null }]);
  expect(await here.repository(NoteRow).find()).toMatchObject([{ text: key, school: SCHOOL }]);
  expect(await there.repository(NoteRow).count()).toBe(0);
  (await host.storage(SCHOOL).open(key)).destroy();
  await expect(host.storage(OTHER_SCHOOL).open(key)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  expect(() => host.tables('0000000X')).toThrow('The sample has no school 0000000X.');
});

test('`askEverybody` names each answer that is not as its table says', async () => {
  const browsers = { teacher: host.as('teacher'), pupil: host.as('pupil') };
  const who = ['teacher', 'pupil'] as const;
  const table = { who, browser: (one: (typeof who)[number]) => browsers[one], prepare: () => Promise.resolve('CM1') };
  const ask = (method: 'GET' | 'POST', path: string, answer: ExpectedAnswer): Promise<string[]> =>
    askEverybody(host, {
      ...{ ...table, secret: () => 'CM1' },
      askings: [
        {
          ...{ name: 'asks', method, answer: (one) => (one === 'teacher' ? answer : undefined) },
          send: (_at, person) => (method === 'GET' ? person.get(path) : person.post(path)),
        },
      ],
    });
  const form = `/groups/${host.ids.cm1}`;
  expect(await ask('GET', '/', { status: 200, tells: true })).toEqual([]);
  expect(await ask('GET', '/', { status: 404, tells: false })).toEqual([
    ...['asks: teacher was answered 200, not 404', 'asks: teacher is told of it'],
  ]);
  expect(await ask('POST', form, { status: 303, changes: false })).toEqual([]);
  expect(await ask('POST', form, { status: 303 })).toEqual(['asks: teacher changed nothing']);
});
