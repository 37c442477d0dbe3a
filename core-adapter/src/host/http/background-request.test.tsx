// SPDX-License-Identifier: EUPL-1.2
import { defineBrick } from '../../api/brick.js';
import { SCHOOL } from '../../testing/sample-directory.js';
import { bootWebHost } from '../app/host-for-tests.js';
import { replyBrick } from './reply-brick-for-tests.js';

const live = defineBrick({ ...replyBrick.manifest, id: 'board' }, ({ http }) => {
  http.get('/', { access: 'read' }, ({ page, t }) =>
    page(
      t('title'),
      <section data-live="notes" id="notes">
        Notes
      </section>,
    ),
  );
  http.post('/', { access: 'write' }, ({ redirect }) => redirect('/', 'Feuille rangée.'));
});
const web = await bootWebHost({ bricks: [live, replyBrick] });
afterAll(() => web.stop());

const BACKGROUND = { 'X-Volee-Background': '1' };
const PAGE = `/s/${SCHOOL}/board/`;
const MINUTES = 60_000;

test('a page that reads itself again keeps no session alive', async () => {
  const Cookie = await web.cookieOf('teacher');
  const { idle } = web.host.settings.session;
  await web.send(PAGE, { headers: { Cookie } });
  for (let minutes = 5; minutes * MINUTES < idle; minutes += 5) {
    web.clock.advance(5 * MINUTES);
    expect((await web.send(PAGE, { headers: { Cookie, ...BACKGROUND } })).status).toBe(200);
  }
  web.clock.advance(5 * MINUTES);
  const ended = await web.send(PAGE, { headers: { Cookie, ...BACKGROUND } });
  // The response does not lead to the login either: that page is on another site.
  expect([ended.status, ended.headers.location]).toEqual([401, undefined]);
});

test('a page of the user counts as activity, whatever else the browser asks', async () => {
  const Cookie = await web.cookieOf('teacher');
  const { idle } = web.host.settings.session;
  for (let time = 0; time < idle * 2; time += idle / 2) {
    web.clock.advance(idle / 2);
    await web.send(PAGE, { headers: { Cookie, ...BACKGROUND } });
    expect((await web.send(PAGE, { headers: { Cookie } })).status).toBe(200);
  }
});

test('a page that reads itself takes no notice away from the user', async () => {
  const Cookie = await web.cookieOf('teacher');
  const headers = { Cookie, 'Sec-Fetch-Site': 'same-origin' };
  await web.send(PAGE, { method: 'POST', headers });
  expect((await web.send(PAGE, { headers: { ...headers, ...BACKGROUND } })).text).not.toContain('Feuille rangée.');
  expect((await web.send(PAGE, { headers })).text).toContain('Feuille rangée.');
});

test('the module comes with pages that have a live part, and with no other', async () => {
  const Cookie = await web.cookieOf('teacher');
  const pages = [PAGE, `/s/${SCHOOL}/paper/`].map(async (path) => (await web.send(path, { headers: { Cookie } })).text);
  const [withPart, without] = await Promise.all(pages);
  expect(withPart).toMatch(
    /<meta name="live-since" content="\w+-\d+"><meta name="live-reader" content="\w{16}"><script type="module" src="\/assets\/core\/live\.js/,
  );
  expect(without).not.toContain('live');
});

test('a page has the mark of its reader, the same in each of their sessions', async () => {
  const markOf = async (role: 'teacher' | 'head'): Promise<string | undefined> => {
    const { text } = await web.send(PAGE, { headers: { Cookie: await web.cookieOf(role) } });
    return /<meta name="live-reader" content="(\w+)">/.exec(text)?.[1];
  };
  const [once, again, other] = [await markOf('teacher'), await markOf('teacher'), await markOf('head')];
  expect(once).toMatch(/^\w{16}$/);
  expect([again === once, other === once, other !== undefined]).toEqual([true, false, true]);
});
