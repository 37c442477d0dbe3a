// SPDX-License-Identifier: EUPL-1.2
import { SCHOOL } from '../../testing/sample-directory.js';
import { bootWebHost } from './host-for-tests.js';
import { paper } from './paper-for-tests.js';

const web = await bootWebHost({ bricks: [paper] });
afterAll(() => web.stop());
const Cookie = await web.cookieOf('teacher');
const at = (path: string): string => `/s/${SCHOOL}/paper/${path}`;

test.each<[string, string]>([
  ['devoirs.pdf', 'attachment; filename=devoirs.pdf'],
  ['page.html', 'attachment; filename=page.html'],
  ['dessin.svg', 'attachment; filename=dessin.svg'],
  [
    'été à l’école.txt',
    `attachment; filename="?t? ? l??cole.txt"; filename*=UTF-8''%C3%A9t%C3%A9%20%C3%A0%20l%E2%80%99%C3%A9cole.txt`,
  ],
  ['a";x=y\r\nSet-Cookie: b=1.txt', ''],
  ['../../etc/passwd', 'attachment; filename=passwd'],
])('F4, F5: %j leaves as an attachment that can run nothing', async (name, disposition) => {
  const answer = await web.send(at(`download/${encodeURIComponent(name)}`), { headers: { Cookie } });
  expect(answer.status).toBe(200);
  expect(answer.headers).toMatchObject({
    'content-type': 'application/octet-stream',
    'content-length': '25',
    'content-security-policy': "sandbox; default-src 'none'",
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, no-store',
  });
  expect(answer.text).toBe('<script>alert(1)</script>');
  expect(answer.headers).not.toHaveProperty('set-cookie');
  const told = String(answer.headers['content-disposition']);
  expect(told).toMatch(/^attachment; /);
  if (disposition !== '') expect(told.replace(/[^\x20-\x7e]/g, '?')).toBe(disposition);
});

test('pages and JSON of a person are kept by nobody', async () => {
  const page = await web.send(at(''), { headers: { Cookie } });
  const json = await web.send(at('search?page=1'), { headers: { Cookie } });
  expect([page.headers['cache-control'], json.headers['cache-control']]).toEqual(['no-store', 'no-store']);
  expect(json.headers['content-type']).toMatch(/application\/json/);
});

test('a notice is shown once, to the one who did it', async () => {
  const form = { 'Content-Type': 'application/x-www-form-urlencoded', 'Sec-Fetch-Site': 'same-origin' };
  const sent = await web.send(at('sheets'), { method: 'POST', headers: { Cookie, ...form }, body: 'text=hello' });
  expect([sent.status, sent.headers.location]).toEqual([303, at('')]);
  const pupil = await web.send(at(''), { headers: { Cookie: await web.cookieOf('pupil') } });
  expect(pupil.text).not.toContain('Feuille rangée.');
  const pages = [await web.send(at(''), { headers: { Cookie } }), await web.send(at(''), { headers: { Cookie } })];
  expect(pages.map(({ text }) => text.includes('Feuille rangée.'))).toEqual([true, false]);
});
