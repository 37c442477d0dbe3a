// SPDX-License-Identifier: EUPL-1.2
import { SCHOOL } from '../../testing/sample-directory.js';
import { PersonRow } from '../domain/directory/person.entity.js';
import { bootWebHost } from '../app/host-for-tests.js';
import { replyBrick } from './reply-brick-for-tests.js';

const web = await bootWebHost({ bricks: [replyBrick] });
afterAll(() => web.stop());

const htmlTag = async (headers: Record<string, string>): Promise<string> =>
  /<html[^>]*>/.exec((await web.send('/accessibility', { headers })).text)?.[0] ?? '';

test.each<[string, Record<string, string>, RegExp]>([
  ['what the browser prefers', { 'Accept-Language': 'en-GB,en;q=0.9,fr;q=0.8' }, /lang="en"/],
  ['French, to a browser that prefers it', { 'Accept-Language': 'fr-FR,fr;q=0.9,en;q=0.5' }, /lang="fr"/],
  ['French, to one that speaks neither', { 'Accept-Language': 'de' }, /lang="fr"/],
  ['French, to one that says nothing', {}, /lang="fr"/],
  ['what was chosen', { 'Accept-Language': 'en', Cookie: 'volee_language=fr' }, /lang="fr"/],
  ['what was chosen, among other cookies', { Cookie: 'a=1; volee_language=en; b=%' }, /lang="en"/],
  ['French, when the choice is nonsense', { Cookie: 'volee_language=<script>' }, /lang="fr"/],
])('the language: %s', async (_name, headers, expected) => {
  expect(await htmlTag(headers)).toMatch(expected);
});

test.each<[string, RegExp]>([
  ['volee_theme=dark', /data-bs-theme="dark"/],
  ['volee_theme=light', /data-bs-theme="light"/],
])('the appearance: %s', async (cookie, expected) => {
  expect(await htmlTag({ Cookie: cookie })).toMatch(expected);
});

test('an appearance that is nonsense, or none, is that of the device', async () => {
  expect(await htmlTag({ Cookie: 'volee_theme="><script>' })).toBe(await htmlTag({}));
  expect(await htmlTag({})).not.toMatch(/data-bs-theme="(light|dark)"/);
});

test('C18: a disabled person is logged out from the next request on, and logged in again once they are back', async () => {
  const { manager } = web.host.database.dataSource;
  const Cookie = await web.cookieOf('teacher');
  const person = await web.host.directory.personByLogin('ldap', 'teacher');
  const id = person?.id ?? '';
  const ask = async (): Promise<number> => (await web.send(`/s/${SCHOOL}/paper/`, { headers: { Cookie } })).status;
  expect(await ask()).toBe(200);
  await manager.update(PersonRow, { id }, { disabledAt: web.clock.now() });
  expect(await ask()).toBe(303);
  await manager.update(PersonRow, { id }, { disabledAt: null });
  expect(await ask()).toBe(200);
});

test.each([
  'volee_session=s%3Aforged.c2lnbmF0dXJl',
  'volee_session=forged',
  'volee_session=s%3A',
  'volee_session=%',
  `volee_session=${'x'.repeat(4_000)}`,
])('a forged session is nobody’s: %.40s', async (Cookie) => {
  const { status, headers } = await web.send('/api/v1/me', { headers: { Cookie, Accept: 'application/json' } });
  expect(status).toBe(401);
  expect(headers).not.toHaveProperty('set-cookie');
});
