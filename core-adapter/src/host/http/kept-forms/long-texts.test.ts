// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import { defineBrick } from '../../../api/brick.js';
import { SCHOOL } from '../../../testing/sample-directory.js';
import { bootWebHost, type Answer } from '../../app/host-for-tests.js';
import { nextRequest } from '../next-request-for-tests.js';
import { failingBrick, loginBrick } from '../reply-brick-for-tests.js';
import { keptFormIn, logInto, textsIn } from './kept-form-for-tests.js';

const PUBLIC = 'https://ent.example.org';
const STORY = 'Il était une fois une école. '.repeat(8_000).trim();
const NOVEL = 'x y'.repeat(400_000);

let taken = 0;
const texts = { title: 'Contes', summary: 'Des contes' };
const tales = defineBrick(
  {
    ...{ id: 'tales', version: '1.0.0', adapter: '^0.2.0', kind: 'feature', settings: z.strictObject({}) },
    locales: { fr: texts, en: texts },
    permissions: { write: { profiles: ['pupil', 'teacher'] } },
  },
  ({ http }) =>
    http.post('/', { access: 'write', body: z.strictObject({ text: z.string() }) }, ({ redirect }) => {
      taken += 1;
      return redirect('/');
    }),
);

const web = await bootWebHost({ bricks: [tales, failingBrick, loginBrick], publicUrl: PUBLIC });
afterAll(() => web.stop());

const PAGE = `/s/${SCHOOL}/tales/new`;
function post(Cookie: string, text: string, headers: Record<string, string> = {}, brick = 'tales'): Promise<Answer> {
  return web.send(`/s/${SCHOOL}/${brick}/?typedIn=text`, {
    method: 'POST',
    body: new URLSearchParams({ text }).toString(),
    headers: {
      ...{ Accept: 'text/html', Origin: PUBLIC, Referer: `${PUBLIC}${PAGE}`, Cookie },
      ...{ 'Content-Type': 'application/x-www-form-urlencoded', ...headers },
    },
  });
}

const CHILD = { long: /Ton texte est trop long/, copy: /Copie-le avant de quitter/, back: /Reviens en arrière/ };
const ADULT = { long: /Ce texte est trop long/, copy: /Copiez-le avant de quitter/, back: /Revenez en arrière/ };

describe.each([
  ['a child', 'pupil', CHILD],
  ['an adult', 'teacher', ADULT],
] as const)('P16 a text of %s above the limit of a form', (_who, login, words) => {
  test.each(['session', 'person'] as const)(
    'is called a text and shown again, with the cookie of the %s',
    async (key) => {
      const page = await post((await logInto(web, login))[key], STORY);
      expect([page.status, textsIn(page), keptFormIn(page).action]).toEqual([413, [STORY], 'none']);
      expect(page.text).toMatch(words.long);
      expect(page.text).toMatch(words.copy);
      expect(page.text).toContain(`href="${PAGE}"`);
      expect(page.text).not.toMatch(/trop gros|trop lourd|fichier/);
      expect(taken).toBe(0);
    },
  );

  test.each(['session', 'person'] as const)(
    'waits in the browser when it is too long to be shown, with the cookie of the %s',
    async (key) => {
      const page = await post((await logInto(web, login))[key], NOVEL);
      expect([page.status, textsIn(page)]).toEqual([413, []]);
      expect(page.text).toMatch(words.long);
      expect(page.text).toMatch(words.back);
      expect(page.text.length).toBeLessThan(50_000);
    },
  );
});

test('P16 a long text is shown on the page of a brick that is out of order, and not offered to be sent again', async () => {
  const page = await post((await logInto(web, 'teacher')).session, STORY, {}, 'torn');
  expect([page.status, textsIn(page), keptFormIn(page).action]).toEqual([503, [STORY], 'none']);
});

test('P16 a visitor whom nobody knows gets a long text neither shown nor read, and is told so', async () => {
  const received = nextRequest();
  const page = await post('', STORY);
  expect([page.status, textsIn(page), (await received).wasRead()]).toEqual([413, [], false]);
  expect(page.text).toMatch(/Ce texte est trop long[^]*Revenez en arrière/);
});

test('a program learns how long a form may be', async () => {
  const { session } = await logInto(web, 'teacher');
  for (const text of [STORY, NOVEL]) {
    const { status, text: answer } = await post(session, text, { Accept: 'application/json' });
    expect([status, JSON.parse(answer)]).toMatchObject([
      413,
      { error: { message: 'The fields of the form are longer than 100000 bytes.' } },
    ]);
  }
  const english = await post(session, STORY, { 'Accept-Language': 'en' });
  expect(english.text).toMatch(/This text is too long/);
});
