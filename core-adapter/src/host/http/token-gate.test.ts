// SPDX-License-Identifier: EUPL-1.2
import type { AddressInfo } from 'node:net';
import express, { type ErrorRequestHandler } from 'express';
import { defineBrick } from '../../api/brick.js';
import { NotFoundError } from '../../api/errors.js';
import { OTHER_SCHOOL, SCHOOL, type Role } from '../../testing/sample-directory.js';
import { PersonRow } from '../domain/directory/person.entity.js';
import { LastSchoolRow } from '../domain/sessions/last-school.entity.js';
import { SessionRow } from '../domain/sessions/session.entity.js';
import { bootWebHost, type Answer, type Sending } from '../app/host-for-tests.js';
import { loginBrick, replyBrick, failingBrick } from './reply-brick-for-tests.js';
import { AccessTokenRow } from '../domain/tokens/access-token.entity.js';
import { keepWithinScope, recogniseToken } from './token-gate.js';

const OURS = 'https://ent.example.org';
const twin = defineBrick({ ...replyBrick.manifest, id: 'twin' }, ({ http }) => {
  http.get('/', { access: 'read' }, ({ page, t }) => page(t('title'), 'twin'));
  http.get('/seal', { access: 'read', freshLogin: true }, ({ page, t }) => page(t('title'), 'sealed'));
});
const METRICS = 'm'.repeat(40);
const web = await bootWebHost({
  bricks: [replyBrick, twin, failingBrick, loginBrick],
  publicUrl: OURS,
  metricsToken: METRICS,
});
afterAll(() => web.stop());
const { manager } = web.host.database.dataSource;

const sheets = `/s/${SCHOOL}/paper/sheets`;
const page = `/s/${SCHOOL}/paper/`;
let count = 0;

async function tokenOf(role: Role, brickIds = ['paper']): Promise<string> {
  const person = await web.host.directory.personByLogin('ldap', role);
  count += 1;
  const choice = { name: `test ${count}`, brickIds, endsAt: null };
  return (await web.host.tokens.create(person?.id ?? '', choice, 'cli')).secret;
}
const bearer = (secret: string): Record<string, string> => ({ Authorization: `Bearer ${secret}` });
const basic = (login: string, secret: string): Record<string, string> => ({
  Authorization: `Basic ${Buffer.from(`${login}:${secret}`).toString('base64')}`,
});
const ask = (path: string, headers: Record<string, string>, sending: Sending = {}): Promise<Answer> =>
  web.send(path, { ...sending, headers: { Accept: '*/*', ...headers } });
const post = (headers: Record<string, string>): Promise<Answer> =>
  ask(sheets, { 'Content-Type': 'application/x-www-form-urlencoded', ...headers }, { method: 'POST', body: 'text=a' });
/** The answer without its reference, which differs between two equal requests. */
const essence = ({ status, text }: Answer): string => `${status} ${text.replace(/"reference":"\w+"/, '')}`;

const secret = await tokenOf('teacher');
const cookie = await web.cookieOf('teacher');

test.each([
  ['Bearer', bearer(secret)],
  ['Basic', basic('teacher', secret)],
  ['Basic, with a login in capitals', basic('TEACHER', secret)],
])('%s: the brick sees the person, and there is no session', async (_scheme, headers) => {
  const before = await manager.count(SessionRow);
  const answer = await ask(page, headers);
  expect([answer.status, answer.text]).toEqual([200, expect.stringContaining('Claire Vuillet, École des Lilas')]);
  expect(answer.headers).not.toHaveProperty('set-cookie');
  expect(await manager.count(SessionRow)).toBe(before);
});

test('a form that a program sends is taken, with its redirect, and no notice is kept for a session', async () => {
  const { status, headers } = await post(bearer(secret));
  expect([status, headers.location]).toEqual([303, page]);
  expect(headers).not.toHaveProperty('set-cookie');
});

test('/api/v1/me names the person, and only the bricks within the scope of the token', async () => {
  const me = async (headers: Record<string, string>): Promise<unknown> =>
    JSON.parse((await ask('/api/v1/me', headers)).text);
  expect(await me(bearer(secret))).toMatchObject({
    login: 'teacher',
    currentSchool: SCHOOL,
    bricks: [{ id: 'paper', url: page }],
  });
  expect(await me({ Cookie: cookie })).toMatchObject({ bricks: [{ id: 'paper' }, { id: 'twin' }] });
  expect((await ask('/api/v1/me', bearer(secret), { method: 'HEAD' })).status).toBe(200);
});

describe('T9: pages out of the scope of a token answer 404', () => {
  test('a brick out of its scope answers as one that is off', async () => {
    const outOfScope = await ask(`/s/${SCHOOL}/twin/`, bearer(secret));
    const wide = bearer(await tokenOf('teacher', ['twin']));
    expect((await ask(`/s/${SCHOOL}/twin/`, wide)).status).toBe(200);
    await web.host.activations.disable(SCHOOL, 'twin', 'cli');
    const off = await ask(`/s/${SCHOOL}/twin/`, wide);
    await web.host.activations.enable(SCHOOL, 'twin', 'cli');
    expect(essence(outOfScope)).toBe(essence(off));
    expect(off.status).toBe(404);
  });

  test('a brick that is switched off answers 404 to the token too, at once', async () => {
    await web.host.activations.disable(OTHER_SCHOOL, 'paper', 'cli');
    const both = bearer(await tokenOf('teacherInBothSchools'));
    expect((await ask(page, both)).status).toBe(200);
    expect((await ask(`/s/${OTHER_SCHOOL}/paper/`, both)).status).toBe(404);
    await web.host.activations.enable(OTHER_SCHOOL, 'paper', 'cli');
    expect((await ask(`/s/${OTHER_SCHOOL}/paper/`, both)).status).toBe(200);
  });

  test.each([
    ...['/', '/account', '/account/tokens', '/admin', '/admin/', '/admin/audit', `/admin/s/${SCHOOL}/bricks`, '/login'],
    ...['/logout', '/logged-out', '/cas/callback', '/accessibility', '/nowhere', `/s/${SCHOOL}`, `/s/${SCHOOL}/`],
    ...['/b/paper/', `/s/${SCHOOL}/torn/`, `/S/${SCHOOL}/paper/`, `/s/${SCHOOL}/PAPER/`, `/s/${SCHOOL}/%70aper/`],
    ...[`/s/${SCHOOL}/paperx/`, `//s/${SCHOOL}/paper/`, '/api/v1/me/', '/API/v1/me'],
  ])('%s', async (path) => {
    for (const Accept of ['*/*', 'text/html']) {
      const headers = { ...bearer(await headToken), Accept };
      const answer = await ask(path, headers);
      expect(essence(answer)).toBe(essence(await ask('/nothing-at-all', headers)));
      expect(answer.status).toBe(404);
      expect(answer.headers).not.toHaveProperty('set-cookie');
    }
  });
  // Head of a school and administrator of the platform: no user may open more pages.
  const headToken = web.host.administrators.grant('head', null, 'cli').then(() => tokenOf('head'));

  test('requests that change the account or a school are a 404 too', async () => {
    const head = bearer(await headToken);
    const form = { method: 'POST', body: '' };
    for (const path of [
      '/account/tokens',
      '/account/preferences',
      `/admin/s/${SCHOOL}/bricks/paper`,
      '/logout',
      '/api/v1/me',
    ]) {
      expect((await ask(path, head, form)).status).toBe(404);
    }
    expect(await manager.countBy(AccessTokenRow, { name: '' })).toBe(0);
  });
});

describe('the gate before addresses that no brick has yet', () => {
  const app = express().use(recogniseToken(web.host.tokens), keepWithinScope);
  app.get('/api/v1/s/:uai/:brick/{*rest}', ({ params }, response) => void response.send(params.brick));
  app.get('/api/v1/others', (_request, response) => void response.send('others'));
  app.use(((error, _request, response, next) => {
    if (error instanceof NotFoundError) response.status(404).send('');
    else next(error);
  }) satisfies ErrorRequestHandler);
  const server = app.listen(0, '127.0.0.1');
  afterAll(() => server.close());

  test('T9: below /api/v1, too, a token opens its own bricks and no others', async () => {
    const { port } = server.address() as AddressInfo;
    const look = async (path: string): Promise<[number, string]> => {
      const response = await fetch(`http://127.0.0.1:${port}${path}`, { headers: bearer(secret) });
      return [response.status, await response.text()];
    };
    expect(await look(`/api/v1/s/${SCHOOL}/paper/sheets`)).toEqual([200, 'paper']);
    for (const path of [`/api/v1/s/${SCHOOL}/twin/`, `/api/v1/s/${SCHOOL}/paperx/`, '/api/v1/others']) {
      expect([path, ...(await look(path))]).toEqual([path, 404, '']);
    }
  });
});

test('T1, T8: a token reaches no school but those of its person', async () => {
  expect((await ask(`/s/${OTHER_SCHOOL}/paper/`, bearer(secret))).status).toBe(404);
  const both = bearer(await tokenOf('teacherInBothSchools'));
  const text = async (uai: string): Promise<string> => (await ask(`/s/${uai}/paper/`, both)).text;
  expect(await text(SCHOOL)).toContain('École des Lilas');
  expect(await text(OTHER_SCHOOL)).toContain('Collège du Parc');
});

test('a token gives no permission that its person has not', async () => {
  expect((await post(bearer(await tokenOf('guardian')))).status).toBe(403);
});

test('pages that require a fresh login are closed to a token, also when the SSO does not support renew', async () => {
  const seal = `/s/${SCHOOL}/twin/seal`;
  expect((await ask(seal, { Cookie: cookie })).status).toBe(200);
  const { status, headers } = await ask(seal, bearer(await tokenOf('teacher', ['twin'])));
  expect([status, headers.location]).toEqual([403, undefined]);
});

test('a program that goes from school to school does not move its person', async () => {
  const both = bearer(await tokenOf('teacherInBothSchools'));
  for (const uai of [SCHOOL, OTHER_SCHOOL]) expect((await ask(`/s/${uai}/paper/`, both)).status).toBe(200);
  expect(await manager.count(LastSchoolRow)).toBe(0);
});

test('a brick that failed says so to a program, as JSON', async () => {
  const { status, text } = await ask(`/s/${SCHOOL}/torn/`, bearer(await tokenOf('teacher', ['torn'])));
  expect([status, JSON.parse(text)]).toMatchObject([503, { error: { kind: 'brickFailed' } }]);
});

describe('P1: a bad token authenticates no one', () => {
  const bad: [string, Record<string, string>][] = [
    ['a wrong one', bearer(`volee_${'x'.repeat(43)}`)],
    ['none after the scheme', { Authorization: 'Bearer' }],
    ['the session of somebody', bearer(decodeURIComponent(cookie.replace('__Host-volee_session=', '')))],
    ['the login of another', basic('pupil', secret)],
    ['no login', basic('', secret)],
    ['what is no name and password', { Authorization: 'Basic !' }],
  ];
  test.each(bad)('%s: 401 as JSON, even with a good cookie, and never the login', async (_name, headers) => {
    for (const path of ['/', page, '/api/v1/me', '/account', '/nowhere']) {
      const answer = await ask(path, { ...headers, Accept: 'text/html', Cookie: cookie });
      expect([answer.status, JSON.parse(answer.text)]).toEqual([
        401,
        { error: { kind: 'tokenRefused', message: expect.any(String), reference: expect.stringMatching(/^\w{8}$/) } },
      ]);
      expect(answer.headers['www-authenticate']).toMatch(
        /^Bearer realm="Volee", Basic realm="Volee", charset="UTF-8"$/,
      );
      expect(answer.headers).not.toHaveProperty('location');
    }
  });

  test('C18: a token that is revoked, expired, or of a person that left, from the next request on', async () => {
    const status = async (headers: Record<string, string>): Promise<number> => (await ask(page, headers)).status;
    const person = await web.host.directory.personByLogin('ldap', 'teacherOfOtherClass');
    const id = person?.id ?? '';
    const endsAt = new Date(web.clock.now().getTime() + 60_000);
    const made = await web.host.tokens.create(id, { name: 'short', brickIds: ['paper'], endsAt }, 'cli');
    expect(await status(bearer(made.secret))).toBe(200);
    await manager.update(PersonRow, { id }, { disabledAt: web.clock.now() });
    expect(await status(bearer(made.secret))).toBe(401);
    await manager.update(PersonRow, { id }, { disabledAt: null });
    expect(await status(bearer(made.secret))).toBe(200);
    web.clock.advance(60_000);
    expect(await status(bearer(made.secret))).toBe(401);

    const other = await web.host.tokens.create(id, { name: 'other', brickIds: ['paper'], endsAt: null }, 'cli');
    expect(await status(bearer(other.secret))).toBe(200);
    await web.host.tokens.revoke(other.id, 'cli');
    expect(await status(bearer(other.secret))).toBe(401);
  });

  test('other schemes are not for tokens: a browser with a cookie goes on', async () => {
    expect((await ask(page, { Authorization: 'Negotiate abc', Cookie: cookie })).status).toBe(200);
  });
});

test('with a good token the cookie is ignored: both its person and its session', async () => {
  const pupil = await web.cookieOf('pupil');
  const { text, headers } = await ask('/api/v1/me', { ...bearer(secret), Cookie: pupil });
  expect(JSON.parse(text)).toMatchObject({ login: 'teacher' });
  expect(headers).not.toHaveProperty('set-cookie');
  await ask(page, { ...bearer(secret), Cookie: pupil });
  const person = await web.host.directory.personByLogin('ldap', 'pupil');
  for (const { data } of await manager.findBy(SessionRow, { personId: person?.id ?? '' })) expect(data).toEqual({});
});

describe('P6: a token does without an origin only where no browser sends it by itself', () => {
  test.each<[string, Record<string, string>, number]>([
    ['no cookie', {}, 303],
    ['a cookie', { Cookie: cookie }, 403],
    ['any cookie', { Cookie: 'a=1' }, 403],
    ['a cookie, from our page', { Cookie: cookie, 'Sec-Fetch-Site': 'same-origin' }, 303],
    ['no cookie, from another site', { 'Sec-Fetch-Site': 'cross-site' }, 403],
    ['no cookie, from another origin', { Origin: 'https://evil.example.org' }, 403],
    ['no cookie, from no origin', { Origin: 'null' }, 403],
    ['no cookie, from our page', { Origin: OURS }, 303],
  ])('%s', async (_name, headers, status) => {
    expect((await post({ ...bearer(secret), ...headers })).status).toBe(status);
    expect((await post({ ...basic('teacher', secret), ...headers })).status).toBe(status);
  });

  test('an unknown scheme is no token', async () => {
    expect((await post({ Authorization: 'Negotiate abc' })).status).toBe(403);
    expect((await post({})).status).toBe(403);
  });
});

describe('a program without credentials gets a challenge where a token would be accepted', () => {
  test.each([page, '/api/v1/me'])('%s', async (path) => {
    const { status, headers } = await ask(path, {});
    expect([status, headers['www-authenticate']]).toEqual([401, expect.stringMatching(/^Bearer .*, Basic /)]);
  });

  test.each<[string, Record<string, string>]>([
    ['/account', {}],
    [`/admin/s/${SCHOOL}/bricks`, {}],
    [page, { 'Sec-Fetch-Site': 'same-origin' }],
    ['/api/v1/me', { 'Sec-Fetch-Site': 'same-origin' }],
    ['/api/v1/me', { Cookie: '__Host-volee_session=over' }],
  ])('not at %s with %j', async (path, headers) => {
    const answer = await ask(path, headers);
    expect([answer.status, answer.headers['www-authenticate']]).toEqual([401, undefined]);
  });
});

test('the metrics keep a token of their own', async () => {
  const far = { 'x-forwarded-for': '198.51.100.7' };
  expect((await ask('/metrics', { ...far, ...bearer(METRICS) })).status).toBe(200);
  expect((await ask('/metrics', { ...far, ...bearer(secret) })).status).toBe(404);
  expect((await ask(page, bearer(METRICS))).status).toBe(401);
});

test('the log holds no token', () => {
  expect(JSON.stringify(web.lines)).not.toContain(secret);
});

test('T9: a page names no brick beside those of the token', async () => {
  const wide = await ask(page, { Cookie: cookie, Accept: 'text/html' });
  expect(wide.text).toContain(`/s/${SCHOOL}/twin/`);
  const { status, text } = await ask(page, { ...bearer(secret), Accept: 'text/html' });
  expect([status, text.includes(`/s/${SCHOOL}/twin/`)]).toEqual([200, false]);
});
