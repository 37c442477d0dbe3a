// SPDX-License-Identifier: EUPL-1.2
import { OTHER_SCHOOL, SCHOOL, type Role } from '../../../testing/sample-directory.js';
import { ActivationRow } from '../../domain/activation/activation.entity.js';
import { newId } from '../../infra/database/new-id.js';
import { bootWebHost, type Answer } from '../../app/host-for-tests.js';
import { replyBrick, failingBrick } from '../reply-brick-for-tests.js';

const web = await bootWebHost({
  bricks: [replyBrick, failingBrick],
  missing: ['@test/missing', '@test/', '@test/odd:name*'],
});
afterAll(() => web.stop());

const cookies = new Map<Role, Promise<string>>();

/** One session for each person, as one browser has. */
async function ask(role: Role, path: string, method = 'GET', body?: string): Promise<Answer> {
  const cookie = cookies.get(role) ?? web.cookieOf(role);
  cookies.set(role, cookie);
  const form = { 'Content-Type': 'application/x-www-form-urlencoded', 'Sec-Fetch-Site': 'same-origin' };
  const headers = { Cookie: await cookie, ...(method === 'POST' && form) };
  return web.send(path, { method, headers, ...(body !== undefined && { body }) });
}

const statusOf = async (...asked: Parameters<typeof ask>): Promise<number> => (await ask(...asked)).status;

const here = `/s/${SCHOOL}/paper`;
const there = `/s/${OTHER_SCHOOL}/paper`;
const id = newId();
const ADDRESSES: readonly [method: string, path: string, body?: string][] = [
  ['GET', '/'],
  ['HEAD', '/'],
  ['GET', `/sheets/${id}`],
  ['GET', '/search?page=1'],
  ['GET', '/download/a.txt'],
  ['GET', '/late'],
  ['GET', '/nowhere'],
  ['POST', '/sheets', 'text=hello'],
  ['POST', '/sheets', 'text='],
  ['POST', '/sheets', `text=${'x'.repeat(200_000)}`],
  ['PUT', '/sheets'],
];

const answers = (role: Role, base: string): Promise<number[]> =>
  Promise.all(ADDRESSES.map(([method, path, body]) => statusOf(role, base + path, method, body)));

test('T9: switched off, every address answers 404 from the next request on, in that school alone', async () => {
  const ON = [200, 200, 200, 200, 200, 409, 404, 303, 400, 413, 403];
  expect(await answers('teacher', here)).toEqual(ON);
  const head = await web.host.directory.personByLogin('ldap', 'head');
  await web.host.activations.disable(SCHOOL, 'paper', head?.id ?? '');
  // PUT is refused earlier: the request does not say where it comes from.
  const OFF = ADDRESSES.map(([method]) => (method === 'PUT' ? 403 : 404));
  expect(await answers('teacher', here)).toEqual(OFF);
  expect(await statusOf('teacherInBothSchools', `${there}/`)).toBe(200);
  expect((await ask('teacher', `/s/${SCHOOL}/`)).text).not.toContain('Papier');
  await web.host.activations.enable(SCHOOL, 'paper', 'cli');
  expect(await answers('teacher', here)).toEqual(ON);
});

test('T1, T8: a school where the user has no profile answers 404 everywhere, whatever their profiles elsewhere', async () => {
  for (const role of ['pupil', 'teacher', 'head', 'guardian', 'staff'] as const) {
    expect(new Set(await answers(role, there))).toEqual(new Set([404, 403]));
    expect(await statusOf(role, `${there}/sheets`, 'POST', 'text=hello')).toBe(404);
  }
  expect(await statusOf('pupilOfOtherSchool', `${there}/`)).toBe(200);
  expect(await statusOf('pupilOfOtherSchool', `${here}/`)).toBe(404);
});

test('a user that may read but not write gets a 403, and the body is not read', async () => {
  expect(await statusOf('pupil', `${here}/sheets`, 'POST', 'text=')).toBe(403);
  expect(await statusOf('staff', `${here}/`)).toBe(403);
  expect(await statusOf('guardian', `${here}/`)).toBe(200);
});

test('an activation for some reaches only them, and only while it lasts', async () => {
  const { host, clock } = web;
  await host.activations.disable(SCHOOL, 'paper', 'cli');
  const until = new Date(clock.now().getTime() + 60_000);
  const ties = await host.directory.ties((await host.directory.personByLogin('ldap', 'pupil'))?.id ?? '', SCHOOL);
  const row = { brick: 'paper', uai: SCHOOL, enabledBy: 'cli', disabledBy: null, from: clock.now(), until };
  const cm1 = ties.map(({ group }) => group.id);
  const rule = { ...row, id: newId(), profiles: ['pupil' as const, 'guardian' as const, 'teacher' as const] };
  await host.database.dataSource.manager.insert(ActivationRow, { ...rule, groupIds: cm1 });

  expect(await statusOf('pupil', `${here}/`)).toBe(200);
  expect(await statusOf('teacher', `${here}/`)).toBe(200);
  expect(await statusOf('guardian', `${here}/`)).toBe(200);
  for (const role of ['pupilOfOtherClass', 'teacherOfOtherClass', 'guardianOfOtherClass', 'head'] as const) {
    expect(await statusOf(role, `${here}/`)).toBe(404);
    expect((await ask(role, `/s/${SCHOOL}/`)).text).not.toContain('Papier');
  }
  clock.advance(60_000);
  expect(await statusOf('pupil', `${here}/`)).toBe(404);
  await host.activations.enable(SCHOOL, 'paper', 'cli');
});

test('P11: a brick that failed answers 503 on every address where it is on, and the rest runs', async () => {
  for (const brick of ['torn', 'missing']) {
    for (const [method, path, body] of ADDRESSES) {
      if (method !== 'PUT') expect(await statusOf('teacher', `/s/${SCHOOL}/${brick}${path}`, method, body)).toBe(503);
    }
    expect((await ask('teacher', `/s/${SCHOOL}/${brick}/`)).text).toMatch(/Cet outil est en panne/);
    expect(await statusOf('teacher', `/s/${OTHER_SCHOOL}/${brick}/`)).toBe(404);
  }
  expect(await statusOf('teacher', `${here}/`)).toBe(200);
  await web.host.activations.disable(SCHOOL, 'torn', 'cli');
  expect(await statusOf('teacher', `/s/${SCHOOL}/torn/`)).toBe(404);
  await web.host.activations.enable(SCHOOL, 'torn', 'cli');
});

test('P11: it leaves the navigation and the portal, and shows in the log and in /health/ready', async () => {
  const portal = await ask('teacher', `/s/${SCHOOL}/`);
  expect(portal.text).toContain(`/s/${SCHOOL}/paper/`);
  expect(portal.text).not.toContain(`/s/${SCHOOL}/torn/`);
  const ready = await web.send('/health/ready', { headers: { Accept: 'application/json' } });
  const failed = ['torn', 'missing', 'unnamed', 'odd-name-'];
  const health = JSON.parse(ready.text) as { bricks: { details: unknown[] } };
  expect([ready.status, health]).toMatchObject([200, { status: 'ok', bricks: { ready: 1, failed } }]);
  expect(health.bricks.details[0]).toEqual({
    id: 'torn',
    cause: 'torn: it could not be activated (the sheet is torn).',
  });
  for (const name of ['X-Forwarded-For', 'Forwarded']) {
    const relayed = await web.send('/health/ready', { headers: { [name]: '127.0.0.1' } });
    expect(JSON.parse(relayed.text)).toEqual({ status: 'ok', bricks: { ready: 1, failed } });
  }
  const reported = web.lines.filter(({ level }) => level === 'error').map(({ sentence }) => sentence);
  expect(reported).toContain('torn: it could not be activated (the sheet is torn).');
  expect(reported).toContainEqual(expect.stringMatching(/^@test\/missing: it cannot be imported/));
});

test('P11: a crash in a request is recorded as an error of the brick; mistakes of the visitor are not', async () => {
  const troubles = async (headers = {}): Promise<unknown> => {
    const { text } = await web.send('/health/ready', { headers });
    return (JSON.parse(text) as { bricks: { troubles?: unknown } }).bricks.troubles;
  };
  const before = web.host.troubles.of('paper')?.count ?? 0;
  expect(await statusOf('teacher', `${here}/late`)).toBe(409);
  expect(await statusOf('teacher', `${here}/sheets`, 'POST', 'text=')).toBe(400);
  expect(web.host.troubles.of('paper')?.count ?? 0).toBe(before);
  expect(await statusOf('teacher', `${here}/crash`)).toBe(500);
  const last = { at: web.clock.now().toISOString(), sentence: 'the password is sesame' };
  expect(await troubles()).toEqual([{ id: 'paper', count: before + 1, last }]);
  expect(await troubles({ Forwarded: '127.0.0.1' })).toBeUndefined();
});

test('P11: a brick that cannot be read and seems to be called as another takes nothing from it', async () => {
  const twice = await bootWebHost({ bricks: [replyBrick], missing: ['./paper'] });
  const Cookie = await twice.cookieOf('teacher');
  const get = async (path: string): Promise<number> => (await twice.send(path, { headers: { Cookie } })).status;
  expect([await get(`${here}/`), await get(`${here}/nowhere`)]).toEqual([200, 404]);
  expect(await get(`/s/${SCHOOL}/paper-2/`)).toBe(503);
  const { text } = await twice.send('/metrics');
  expect(text.match(/^volee_brick_up.*$/gm)).toEqual([
    'volee_brick_up{brick="paper"} 1',
    'volee_brick_up{brick="paper-2"} 0',
  ]);
  const head = await twice.cookieOf('head');
  const shown = (id: string): Promise<Answer> =>
    twice.send(`/admin/s/${SCHOOL}/bricks?brick=${id}`, { headers: { Cookie: head } });
  expect((await shown('paper')).text).not.toContain('cannot be imported');
  await twice.stop();
});

test('/health/ready says 503 when the database does not answer; /health/live does not ask it', async () => {
  const broken = await bootWebHost();
  expect((await broken.send('/health/ready')).status).toBe(200);
  await broken.host.database.dataSource.destroy();
  const ready = await broken.send('/health/ready');
  expect([ready.status, JSON.parse(ready.text)]).toEqual([503, { status: 'unavailable', database: 'no answer' }]);
  expect((await broken.send('/health/live')).text).toBe('{"status":"ok"}');
  await broken.host.database.dataSource.initialize();
  await broken.stop();
});

test('two tabs, two schools: each address keeps its own', async () => {
  const names = { [here]: 'École des Lilas', [there]: 'Collège du Parc' };
  for (const [base, name] of [...Object.entries(names), ...Object.entries(names)]) {
    const page = await ask('teacherInBothSchools', `${base}/`);
    expect(page.text).toContain(`Paul Droz, ${name}`);
    const sent = await ask('teacherInBothSchools', `${base}/sheets`, 'POST', 'text=hello');
    expect(sent.headers.location).toBe(`${base}/`);
  }
});
