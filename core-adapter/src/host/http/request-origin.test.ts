// SPDX-License-Identifier: EUPL-1.2
import { SCHOOL } from '../../testing/sample-directory.js';
import { bootWebHost } from '../app/host-for-tests.js';
import { loginBrick, replyBrick } from './reply-brick-for-tests.js';

const OURS = 'https://ent.example.org';
const web = await bootWebHost({ bricks: [replyBrick, loginBrick], publicUrl: OURS });
afterAll(() => web.stop());

const cookie = await web.cookieOf('teacher');
const sheets = `/s/${SCHOOL}/paper/sheets`;

async function post(path: string, headers: Record<string, string>, method = 'POST'): Promise<number> {
  const form = { 'Content-Type': 'application/x-www-form-urlencoded', Cookie: cookie, ...headers };
  return (await web.send(path, { method, headers: form, body: 'text=hello' })).status;
}

test.each<[string, Record<string, string>, number]>([
  ['same-origin', { 'Sec-Fetch-Site': 'same-origin' }, 303],
  ['same-origin, with an Origin that a proxy mangled', { 'Sec-Fetch-Site': 'same-origin', Origin: 'null' }, 303],
  ['cross-site', { 'Sec-Fetch-Site': 'cross-site' }, 403],
  ['cross-site, whatever its Origin', { 'Sec-Fetch-Site': 'cross-site', Origin: OURS }, 403],
  ['same-site: another host of the same domain', { 'Sec-Fetch-Site': 'same-site', Origin: OURS }, 403],
  ['none', { 'Sec-Fetch-Site': 'none' }, 403],
  ['nonsense', { 'Sec-Fetch-Site': 'SAME-ORIGIN' }, 403],
  ['two values', { 'Sec-Fetch-Site': 'same-origin, cross-site' }, 403],
  ['no word, our Origin', { Origin: OURS }, 303],
  ['no word, another Origin', { Origin: 'https://evil.example.org' }, 403],
  ['no word, our host by http', { Origin: 'http://ent.example.org' }, 403],
  ['no word, our host with a port', { Origin: `${OURS}:8443` }, 403],
  ['no word, an Origin that begins like ours', { Origin: `${OURS}.evil.example.org` }, 403],
  ['no word, Origin null', { Origin: 'null' }, 403],
  ['no word at all', {}, 403],
  ['no word, but a Referer and a Host that claim ours', { Referer: `${OURS}/`, Host: 'ent.example.org' }, 403],
])('P6: a form that comes from %s', async (_name, headers, status) => {
  expect(await post(sheets, headers)).toBe(status);
});

test.each(['POST', 'PUT', 'PATCH', 'DELETE', 'PROPFIND'])(
  'P6: %s from another site reaches nothing',
  async (method) => {
    const addresses = [
      '/logout',
      '/account/preferences',
      `/admin/s/${SCHOOL}/bricks/paper`,
      sheets,
      '/nowhere',
      '/login',
    ];
    for (const address of addresses) {
      expect(await post(address, { 'Sec-Fetch-Site': 'cross-site' }, method)).toBe(403);
    }
    const { status, text } = await web.send('/api/v1/me', { headers: { Cookie: cookie, Accept: 'application/json' } });
    expect([status, (JSON.parse(text) as { login: string }).login]).toEqual([200, 'teacher']);
  },
);

test('P6: reading from another site is allowed: a link in a mail opens the page', async () => {
  const { status } = await web.send(`/s/${SCHOOL}/paper/`, {
    headers: { Cookie: cookie, 'Sec-Fetch-Site': 'cross-site' },
  });
  expect(status).toBe(200);
});

test('the SSO posts its logout messages from no browser, and to one address only', async () => {
  const { status } = await web.send('/cas/callback', { method: 'POST', body: 'logoutRequest=x' });
  expect(status).toBe(200);
  for (const near of ['/cas/callback/', '/CAS/callback', '/cas/callback/x', '/cas//callback']) {
    expect((await web.send(near, { method: 'POST', body: 'logoutRequest=x' })).status).toBe(403);
  }
});

test('P6: an address typed by hand logs out; a link or an image on another site does not', async () => {
  const own = await web.cookieOf('pupil');
  const me = async (): Promise<number> =>
    (await web.send('/api/v1/me', { headers: { Cookie: own, Accept: 'application/json' } })).status;
  for (const site of ['cross-site', 'same-site']) {
    const { status, headers } = await web.send('/logout', { headers: { Cookie: own, 'Sec-Fetch-Site': site } });
    expect([status, headers.location, await me()]).toEqual([303, '/account', 200]);
  }
  await web.send('/logout', { headers: { Cookie: own, 'Sec-Fetch-Site': 'none' } });
  expect(await me()).toBe(401);
});
