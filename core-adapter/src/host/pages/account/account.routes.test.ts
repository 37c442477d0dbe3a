// SPDX-License-Identifier: EUPL-1.2
import { SCHOOL } from '../../../testing/sample-directory.js';
import { bootWebHost, type Answer } from '../../app/host-for-tests.js';
import { replyBrick } from '../../http/reply-brick-for-tests.js';

const web = await bootWebHost({ bricks: [replyBrick], publicUrl: 'https://ent.example.org' });
afterAll(() => web.stop());

const choose = (Cookie: string, body: string): Promise<Answer> =>
  web.send('/account/preferences', {
    method: 'POST',
    body,
    headers: { Cookie, 'Sec-Fetch-Site': 'same-origin', 'Content-Type': 'application/x-www-form-urlencoded' },
  });

test('the account shows the data of the person, and of no one else', async () => {
  const { status, text } = await web.send('/account', {
    headers: { Cookie: await web.cookieOf('guardianInBothSchools') },
  });
  expect(status).toBe(200);
  for (const known of [
    'Luc Faivre-Marguet',
    'guardianinbothschools',
    'École des Lilas',
    'Collège du Parc',
    'Inès',
    'Jules',
  ]) {
    expect(text).toContain(known);
  }
  expect(text).not.toMatch(/Tom|Brenot|Vuillet/);
  const pupil = await web.send('/account', { headers: { Cookie: await web.cookieOf('pupil') } });
  expect(pupil.text).toMatch(/CM1/);
  expect(pupil.text).not.toMatch(/CM2|Faivre-Marguet/);
});

test('preferences are kept in this browser for a year, and take effect', async () => {
  const Cookie = await web.cookieOf('teacher');
  const { status, headers } = await choose(Cookie, 'theme=dark&language=en');
  expect([status, headers.location]).toEqual([303, '/account']);
  const kept = headers['set-cookie'] ?? [];
  expect(kept.map((one) => one.split(';')[0])).toEqual(['volee_theme=dark', 'volee_language=en']);
  for (const one of kept) {
    expect(one).toMatch(/Max-Age=31536000; Path=\/; .*HttpOnly; Secure; SameSite=Lax/);
  }
  const cookies = [Cookie, ...kept.map((one) => one.split(';')[0])].join('; ');
  const page = await web.send('/account', { headers: { Cookie: cookies } });
  expect(page.text).toMatch(/<html[^>]*lang="en"/);
  expect(page.text).toMatch(/<html[^>]*data-bs-theme="dark"/);
});

test.each(['', 'theme=pink&language=fr', 'theme=dark', 'theme=dark&language=de', 'theme=dark&theme=light&language=fr'])(
  'a choice that there is not, %p, changes nothing',
  async (body) => {
    const { status, headers } = await choose(await web.cookieOf('teacher'), body);
    expect(status).toBe(400);
    expect(headers).not.toHaveProperty('set-cookie');
  },
);

test('the accessibility statement is for everybody, logged in or not', async () => {
  const anonymous = await web.send('/accessibility');
  expect(anonymous.status).toBe(200);
  expect(anonymous.text).toMatch(/non conforme/);
  expect(anonymous.headers).not.toHaveProperty('set-cookie');
  const pupil = await web.send('/accessibility', { headers: { Cookie: await web.cookieOf('pupil') } });
  expect(pupil.status).toBe(200);
  expect((await web.send(`/s/${SCHOOL}/`, { headers: { Cookie: await web.cookieOf('pupil') } })).text).toContain(
    '/accessibility',
  );
});

describe('the language before a login', () => {
  const linkOf = async (path: string, headers = {}): Promise<string> => {
    const { text } = await web.send(path, { headers: { Accept: 'text/html', ...headers } });
    return (/<a href="([^"]*)" lang="(?:en|fr)"/.exec(text)?.[1] ?? '').replaceAll('&amp;', '&');
  };

  test('each page links to the other language, and the choice leads back to the page', async () => {
    const link = await linkOf('/accessibility?from=foot');
    expect(link).toBe('/language/en?to=%2Faccessibility%3Ffrom%3Dfoot');
    const { status, headers } = await web.send(link);
    expect([status, headers.location]).toEqual([303, '/accessibility?from=foot']);
    expect(headers['set-cookie']).toEqual([expect.stringMatching(/^volee_language=en; Max-Age=31536000; .*HttpOnly/)]);
    expect(await linkOf('/accessibility', { Cookie: 'volee_language=en' })).toBe('/language/fr?to=%2Faccessibility');
    const problem = '/login?problem=refused&to=%2F&reference=0123abcd';
    expect((await web.send(await linkOf(problem))).headers.location).toBe(problem);
  });

  test('a user finds the choice in the account', async () => {
    expect(await linkOf('/accessibility', { Cookie: await web.cookieOf('pupil') })).toBe('/account#preferences');
  });

  test.each([
    ['//elsewhere.example.org', '/'],
    ['https://elsewhere.example.org/', '/'],
    ['/logout', '/'],
    ['/login?to=/account', '/'],
    ['/login?problem=//elsewhere', '/'],
  ])('C11: %s is not followed', async (to, location) => {
    const answer = await web.send(`/language/fr?${new URLSearchParams({ to }).toString()}`);
    expect([answer.status, answer.headers.location]).toEqual([303, location]);
  });

  test.each(['de', 'FR', '__proto__', 'en%2F'])('there is no language %s', async (language) => {
    const { status, headers } = await web.send(`/language/${language}`);
    expect([status, headers['set-cookie']]).toEqual([404, undefined]);
  });
});
