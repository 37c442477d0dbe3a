// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import { defineBrick } from '../../../api/brick.js';
import type { BrickRequest, RedirectReply } from '../../../api/http.js';
import { SCHOOL } from '../../../testing/sample-directory.js';
import { bootWebHost, type Answer } from '../../app/host-for-tests.js';
import { PersonRow } from '../../domain/directory/person.entity.js';
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
  ({ http }) => {
    const take = ({ redirect }: Pick<BrickRequest, 'redirect'>): RedirectReply => {
      taken += 1;
      return redirect('/');
    };
    http.post('/', { access: 'write', body: z.strictObject({ text: z.string() }) }, take);
    const text = z.union([z.string(), z.array(z.string())]);
    http.post('/photos', { access: 'write', body: z.strictObject({ text }), upload: { maxFiles: 1 } }, take);
  },
);

const web = await bootWebHost({ bricks: [tales, failingBrick, loginBrick], publicUrl: PUBLIC });
afterAll(() => web.stop());

const PAGE = `/s/${SCHOOL}/tales/new`;
function post(
  Cookie: string,
  text: string,
  headers: Record<string, string> = {},
  brick = 'tales',
  rows = '',
): Promise<Answer> {
  return web.send(`/s/${SCHOOL}/${brick}/?typedIn=text`, {
    method: 'POST',
    body: new URLSearchParams({ text }).toString() + rows,
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

test('P19 the cookie of a person who has left, or is disabled, lets the host read no long text', async () => {
  const { person: Cookie } = await logInto(web, 'pupil');
  const people = web.host.database.dataSource.getRepository(PersonRow);
  const child = await people.findOneByOrFail({ displayName: 'Inès Faivre' });
  const ask = async (): Promise<readonly unknown[]> => {
    const received = nextRequest();
    const page = await post(Cookie, STORY);
    return [page.status, textsIn(page), (await received).wasRead()];
  };
  expect(await ask()).toEqual([413, [STORY], true]);
  await people.update({ id: child.id }, { disabledAt: web.clock.now() });
  expect(await ask()).toEqual([413, [], false]);
  await people.update({ id: child.id }, { disabledAt: null });
  const { session } = await logInto(web, 'teacher');
  expect(textsIn(await post(session, STORY))).toEqual([STORY]);
  await people.delete({ id: child.id });
  expect(await ask()).toEqual([413, [], false]);
});

describe.each(['session', 'person'] as const)(
  'P16 a form with more than 1,000 fields, with the cookie of the %s,',
  (key) => {
    test('is not called a file, and waits in the browser', async () => {
      const rows = Array.from({ length: 1_000 }, (_, row) => `&row${row}=Bonjour`).join('');
      const page = await post((await logInto(web, 'teacher'))[key], STORY.slice(0, 50), {}, 'tales', rows);
      expect([page.status, textsIn(page)]).toEqual([413, []]);
      expect(page.text).toMatch(ADULT.long);
      expect(page.text).toMatch(ADULT.back);
      expect(page.text).not.toMatch(/trop gros|trop lourd|fichier/);
      expect(taken).toBe(0);
    });

    test('shows its texts where it is for files', async () => {
      const form = new FormData();
      for (let row = 0; row < 1_001; row += 1) form.append('text', `Ligne ${row} !`);
      const sent = new Response(form);
      const page = await web.send(`/s/${SCHOOL}/tales/photos?typedIn=text`, {
        method: 'POST',
        headers: {
          ...{ Accept: 'text/html', Origin: PUBLIC, Cookie: (await logInto(web, 'teacher'))[key] },
          'Content-Type': sent.headers.get('Content-Type') ?? '',
        },
        body: Buffer.from(await sent.arrayBuffer()),
      });
      expect([page.status, textsIn(page).length, keptFormIn(page).action]).toEqual([413, 1_000, 'none']);
      expect(page.text).toMatch(ADULT.long);
      expect(page.text).not.toMatch(/trop gros|trop lourd|fichier/);
      expect(taken).toBe(0);
    });
  },
);

test('a program learns how many fields a form may have', async () => {
  const { session } = await logInto(web, 'teacher');
  const rows = '&row=Bonjour'.repeat(1_000);
  const { status, text } = await post(session, 'x', { Accept: 'application/json' }, 'tales', rows);
  expect([status, JSON.parse(text)]).toMatchObject([
    413,
    { error: { message: 'The form has more than 1000 fields.' } },
  ]);
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
