// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { defineBrick } from '../../../api/brick.js';
import { json } from '../../../api/http.js';
import { OTHER_SCHOOL, SCHOOL, type Role } from '../../../testing/sample-directory.js';
import { schoolYearOf } from '../../domain/directory/school-year.js';
import { NoteRow } from '../../infra/database/notes-for-tests.js';
import { bootWebHost, type Answer } from '../../app/host-for-tests.js';
import { replyBrick, failingBrick } from '../reply-brick-for-tests.js';

const strict = defineBrick({ ...replyBrick.manifest, id: 'strict' }, ({ http }) => {
  const params = z.strictObject({ id: z.coerce.number() });
  http.get('/things/:id', { access: 'read', params }, (request) => json(request.params));
  http.get('/away', { access: 'read', load: () => Promise.resolve(undefined) }, () => json({}));
  http.get('/elsewhere', { access: 'read', group: () => 'no such group' }, () => json({}));
  http.get('/asset', { access: 'read' }, ({ asset }) => json({ url: asset('gone.js') }));
  http.get(
    '/pupils/:pupilId',
    {
      access: 'read',
      params: z.object({ pupilId: z.uuid() }),
      load: ({ params, ...given }) => Promise.resolve({ ...params, given: Object.keys(given).sort() }),
    },
    async ({ access, resource, school, schoolYear }) =>
      json({ ...resource, school: school.uai, schoolYear, as: await access.heldAs('read', resource) }),
  );
  http.post(
    '/pupils/:pupilId',
    { access: 'write', params: z.object({ pupilId: z.uuid() }), load: ({ params }) => Promise.resolve(params) },
    () => json({}),
  );
  http.get('/entity', { access: 'read' }, async ({ db }) => json({ rows: await db.repository(NoteRow).count() }));
});

const web = await bootWebHost({ bricks: [replyBrick, strict, failingBrick] });
afterAll(() => web.stop());
const Cookie = await web.cookieOf('teacher');
const get = (path: string): Promise<Answer> => web.send(path, { headers: { Cookie, Accept: 'application/json' } });
const HERE = `/s/${SCHOOL}/strict`;

async function as(role: Role, path: string, method = 'GET'): Promise<Answer> {
  return web.send(HERE + path, {
    method,
    headers: { Cookie: await web.cookieOf(role), 'Sec-Fetch-Site': 'same-origin', Accept: 'application/json' },
  });
}

async function idOf(role: Role): Promise<string> {
  return (await web.host.directory.personByLogin('ldap', role))?.id ?? '';
}

test('a brick sees its own part of the address alone, so that its schema may be strict', async () => {
  const { status, text } = await get(`${HERE}/things/7`);
  expect([status, text]).toEqual([200, '{"id":7}']);
});

test('T8, T9: a 404 does not reveal whether a thing exists and only the person may not see it', async () => {
  await web.host.activations.disable(SCHOOL, 'torn', 'cli');
  const addresses = [
    `${HERE}/things/seven`,
    `${HERE}/away`,
    `${HERE}/elsewhere`,
    `${HERE}/nowhere`,
    `/s/${SCHOOL}/torn/`,
    `/s/${SCHOOL}/never-installed/`,
    `/s/${OTHER_SCHOOL}/strict/`,
    `/s/${OTHER_SCHOOL}`,
    `/s/0399999Z`,
    `/admin/s/${SCHOOL}/bricks`,
    '/nowhere',
  ];
  for (const path of addresses) {
    const { status, text } = await get(path);
    const message = 'There is nothing here for this person.';
    expect([path, status, JSON.parse(text)]).toMatchObject([path, 404, { error: { kind: 'notFound', message } }]);
  }
});

test('load gets the school, the year and the clock, and never the user', async () => {
  const pupilId = await idOf('pupil');
  const { text } = await as('teacher', `/pupils/${pupilId}`);
  expect(JSON.parse(text)).toEqual({
    ...{ pupilId, school: SCHOOL, as: ['teacher'] },
    given: ['body', 'clock', 'db', 'directory', 'query', 'school', 'schoolYear'],
    schoolYear: schoolYearOf(web.clock.now(), 'Europe/Paris'),
  });
});

test('403 at the door without the permission, whatever the id; 404 without a relation, 403 with another profile', async () => {
  const pupilId = await idOf('pupil');
  const statuses = async (role: Role, method = 'GET'): Promise<number[]> => {
    const ids = [pupilId, await idOf('pupilOfOtherClass'), await idOf('pupilOfOtherSchool'), randomUUID()];
    const answers = ids.map((id) => as(role, `/pupils/${id}`, method));
    return (await Promise.all(answers)).map(({ status }) => status);
  };
  expect(await statuses('staff')).toEqual([403, 403, 403, 403]);
  expect(await statuses('guardian', 'POST')).toEqual([403, 403, 403, 403]);
  expect(await statuses('guardian')).toEqual([200, 404, 404, 404]);
  expect(await statuses('teacher', 'POST')).toEqual([200, 404, 404, 404]);
  // The head is a teacher without a class: they hold the permission by that profile, and are related as the head.
  expect(await statuses('head', 'POST')).toEqual([403, 403, 404, 404]);
  expect(await statuses('head')).toEqual([200, 200, 404, 404]);
});

test.each([
  ['/asset', 'strict has no asset named gone.js'],
  ['/entity', 'NoteRow is not among the brick'],
])('a fault of the brick at %s is a 500, and an error in the log', async (path, message) => {
  const { status, text, headers } = await get(HERE + path);
  expect([status, JSON.parse(text)]).toMatchObject([500, { error: { kind: 'unexpected', message: 'unexpected' } }]);
  const line = web.lines.find(
    ({ fields, level }) => level === 'error' && fields['reference'] === headers['x-request-id'],
  );
  expect(line?.fields['err']).toMatchObject({ message: expect.stringContaining(message) });
});
