// SPDX-License-Identifier: EUPL-1.2
import { OTHER_SCHOOL, SCHOOL, type Role } from '../../../testing/sample-directory.js';
import { bootWebHost } from '../../app/host-for-tests.js';
import { replyBrick, failingBrick } from '../../http/reply-brick-for-tests.js';

const web = await bootWebHost({ bricks: [failingBrick, replyBrick] });
afterAll(() => web.stop());

async function me(cookie: string, headers: Record<string, string> = {}): Promise<[number, unknown]> {
  const { status, text } = await web.send('/api/v1/me', { headers: { Cookie: cookie, Accept: '*/*', ...headers } });
  return [status, JSON.parse(text)];
}
const idOf = async (role: Role): Promise<string | undefined> =>
  (await web.host.directory.personByLogin('ldap', role))?.id;

test('without a session: 401 as JSON, whatever the client accepts', async () => {
  const expected = {
    error: { kind: 'loginNeeded', message: expect.any(String), reference: expect.stringMatching(/^\w{8}$/) },
  };
  expect(await me('')).toEqual([401, expected]);
  expect(await me('', { Accept: 'text/html' })).toEqual([401, expected]);
});

test('the signed-in person, with schools and bricks', async () => {
  expect(await me(await web.cookieOf('head'))).toEqual([
    200,
    {
      id: await idOf('head'),
      login: 'head',
      displayName: 'Mathieu Grosjean',
      profiles: ['teacher', 'head'],
      schools: [{ uai: SCHOOL, name: 'École des Lilas', profiles: ['teacher', 'head'] }],
      currentSchool: SCHOOL,
      bricks: [{ id: 'paper', title: 'Papier', url: `/s/${SCHOOL}/paper/` }],
    },
  ]);
});

test('in two schools: the current one is the one shown last, with its bricks', async () => {
  const cookie = await web.cookieOf('guardianInBothSchools');
  const [, before] = await me(cookie);
  expect(before).toMatchObject({
    profiles: ['guardian'],
    schools: [{ uai: OTHER_SCHOOL }, { uai: SCHOOL }],
    currentSchool: OTHER_SCHOOL,
    bricks: [{ url: `/s/${OTHER_SCHOOL}/paper/` }],
  });
  await web.send(`/s/${SCHOOL}/`, { headers: { Cookie: cookie } });
  const [, after] = await me(cookie, { 'Accept-Language': 'en' });
  expect(after).toMatchObject({ currentSchool: SCHOOL, bricks: [{ title: 'Paper', url: `/s/${SCHOOL}/paper/` }] });
});

test('T9: a brick that is off is not listed', async () => {
  await web.host.activations.disable(SCHOOL, 'paper', 'cli');
  expect((await me(await web.cookieOf('pupil')))[1]).toMatchObject({ currentSchool: SCHOOL, bricks: [] });
  await web.host.activations.enable(SCHOOL, 'paper', 'cli');
});

test('the answer is not cached', async () => {
  const answer = await web.send('/api/v1/me', { headers: { Cookie: await web.cookieOf('pupil') } });
  expect(answer.headers['cache-control']).toBe('no-store');
});
