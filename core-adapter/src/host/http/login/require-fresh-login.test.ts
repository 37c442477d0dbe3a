// SPDX-License-Identifier: EUPL-1.2
import { MoreThan } from 'typeorm';
import { SCHOOL, OTHER_SCHOOL } from '../../../testing/sample-directory.js';
import { bootWebHost, type Answer, type WebHost } from '../../app/host-for-tests.js';
import { SessionRow } from '../../domain/sessions/session.entity.js';
import { logInThrough, freshLoginBrick, authProviderBrick } from './login-bricks-for-tests.js';

const MINUTE = 60_000;
const HOME = `/s/${SCHOOL}/vault`;

describe('pages that require a fresh login', () => {
  let web: WebHost;
  beforeEach(async () => {
    web = await bootWebHost({ bricks: [authProviderBrick({ supportsRenew: true }), freshLoginBrick] });
  });
  afterEach(() => web.stop());

  const look = (Cookie: string, path = `${HOME}/`, headers = {}): Promise<Answer> =>
    web.send(path, { headers: { Cookie, ...headers } });
  const send = (Cookie: string, headers = {}): Promise<Answer> =>
    web.send(`${HOME}/`, { method: 'POST', headers: { Cookie, 'Sec-Fetch-Site': 'same-origin', ...headers } });
  const askAgain = (to: string): string => `/login?${new URLSearchParams({ renew: 'true', to }).toString()}`;

  test('CAS 3.0 §2.1.1 renew: a fresh login opens them for half an hour in each school; then the password is asked again for the same page', async () => {
    for (const [login, uai] of [
      ['teacher', SCHOOL],
      ['teacherofotherschool', OTHER_SCHOOL],
    ] as const) {
      const cookie = await logInThrough(web, `ST-${login}~fresh`);
      const page = `/s/${uai}/vault/?shelf=2`;
      web.clock.advance(30 * MINUTE);
      expect((await look(cookie, page)).status).toBe(200);
      web.clock.advance(1);
      const { status, headers } = await look(cookie, page);
      expect([status, headers.location]).toEqual([303, askAgain(page)]);
      // The rest of the brick stays open to the user.
      expect((await look(cookie, `/s/${uai}/vault/door`)).status).toBe(200);
    }
  });

  test('P17 a password typed while the clock was ahead does not count once it is right, in a session that goes on', async () => {
    const right = web.clock.now();
    web.clock.advance(2 * MINUTE);
    const cookie = await logInThrough(web, 'ST-teacher~fresh');
    await web.host.database.dataSource.manager.update(SessionRow, { seenAt: MoreThan(right) }, { seenAt: right });
    web.clock.set(right);
    expect((await look(cookie)).headers.location).toBe(askAgain(`${HOME}/`));
    expect((await look(cookie, `${HOME}/door`)).status).toBe(200);
  });

  test('CAS 3.0 §2.1.1 renew: a user that the SSO knew without a password is asked at once, and let through after it', async () => {
    const cookie = await logInThrough(web, 'ST-teacher');
    expect((await look(cookie)).headers.location).toBe(askAgain(`${HOME}/`));
    const again = await logInThrough(web, 'ST-teacher~2', '/login?renew=true');
    expect((await look(again)).status).toBe(200);
  });

  test('CAS 3.0 §2.1.1 renew: a form is accepted for twice as long as its page, and then redirects to it', async () => {
    const cookie = await logInThrough(web, 'ST-teacher~fresh');
    web.clock.advance(60 * MINUTE);
    expect((await send(cookie)).status).toBe(200);
    web.clock.advance(1);
    const page = `${HOME}/?shelf=2`;
    expect((await send(cookie, { Referer: `http://127.0.0.1${page}` })).headers.location).toBe(askAgain(page));
    expect((await send(cookie, { Referer: 'https://evil.example.org/' })).headers.location).toBe(askAgain('/'));
    expect((await send(cookie)).headers.location).toBe(askAgain('/'));
  });

  test('CAS 3.0 §2.1.1 renew: a brick is told when the password was typed, and nothing of a login without one', async () => {
    const proof = async (cookie: string): Promise<unknown> => JSON.parse((await look(cookie, `${HOME}/proof`)).text);
    const silent = await logInThrough(web, 'ST-teacher');
    expect(await proof(silent)).toEqual({ at: null });
    const typed = web.clock.now().toISOString();
    const cookie = await logInThrough(web, 'ST-teacher~2', '/login?renew=true');
    web.clock.advance(60 * MINUTE);
    expect(await proof(cookie)).toEqual({ at: typed });
    const person = await web.host.directory.personByLogin('ldap', 'teacher');
    const choice = { name: 'program', brickIds: ['vault'], endsAt: null };
    const { secret } = await web.host.tokens.create(person?.id ?? '', choice, 'cli');
    const shown = { Accept: '*/*', Authorization: `Bearer ${secret}` };
    expect(JSON.parse((await web.send(`${HOME}/proof`, { headers: shown })).text)).toEqual({ at: null });
  });

  test('a program gets an error instead of a redirect', async () => {
    const cookie = await logInThrough(web, 'ST-teacher');
    const { status, text } = await look(cookie, `${HOME}/`, { Accept: 'application/json' });
    expect([status, JSON.parse(text)]).toMatchObject([403, { error: { kind: 'notFresh' } }]);
  });

  test('a user without the permission gets a 403, and is not asked for a password', async () => {
    const cookie = await logInThrough(web, 'ST-pupil');
    expect((await look(cookie)).status).toBe(403);
  });

  test('T8: a user of another school gets a 404, and is not asked for a password', async () => {
    const cookie = await logInThrough(web, 'ST-teacher');
    expect((await look(cookie, `/s/${OTHER_SCHOOL}/vault/`)).status).toBe(404);
  });
});

test('without support for renew every login counts as fresh', async () => {
  const web = await bootWebHost({ bricks: [authProviderBrick({ supportsRenew: false }), freshLoginBrick] });
  const Cookie = await logInThrough(web, 'ST-teacher~fresh');
  expect(JSON.parse((await web.send(`${HOME}/proof`, { headers: { Cookie } })).text)).toEqual({ at: null });
  expect((await web.send(`${HOME}/`, { headers: { Cookie } })).status).toBe(200);
  expect((await web.send('/login?renew=true', { headers: { Cookie } })).headers.location).toBe('/');
  await web.stop();
});
