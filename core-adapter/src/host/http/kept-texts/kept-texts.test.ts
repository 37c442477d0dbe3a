// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import { createElement as h } from 'preact';
import { defineBrick } from '../../../api/brick.js';
import { TextField } from '../../../ui/index.js';
import { SCHOOL, type Role } from '../../../testing/sample-directory.js';
import { bootWebHost, type Answer } from '../../app/host-for-tests.js';
import { loginBrick } from '../reply-brick-for-tests.js';

const PUBLIC = 'https://ent.example.org';
const HERE = `/s/${SCHOOL}/words`;
const TEXT = 'Chère Mamie,\nje t’écris "d’ici" & <b>vite</b>';
const texts = { title: 'Mots', summary: 'Des mots' };

/** The text that the brick has stored. */
let stored = '';
const wordsBrick = defineBrick(
  {
    ...{ id: 'words', version: '1.0.0', adapter: '^0.2.0', kind: 'feature', settings: z.strictObject({}) },
    locales: { fr: texts, en: texts },
    permissions: { write: { profiles: ['pupil', 'teacher'] } },
  },
  ({ http }) => {
    const body = z.strictObject({ text: z.string(), next: z.string().optional() });
    const form = (value: string, error?: string) =>
      h(
        'form',
        { method: 'post', action: `${HERE}/` },
        h(TextField, { name: 'text', label: 'Mot', value, rows: 3, error }),
        [
          h('input', { type: 'hidden', name: 'secret', value: '1' }),
          h('input', { type: 'radio', name: 'next', value: 'again' }),
        ],
      );
    http.get('/', { access: 'write' }, ({ page }) => page('Mots', form(stored)));
    http.get('/two', { access: 'write' }, ({ page }) =>
      page('Deux', [
        form(''),
        h(
          'form',
          { method: 'post', action: `${HERE}/own`, 'data-keep': 'no' },
          h(TextField, { name: 'text', label: 'A' }),
        ),
        h('form', { method: 'get', action: `${HERE}/own` }, h(TextField, { name: 'q', label: 'B' })),
      ]),
    );
    http.post('/', { access: 'write', body }, ({ body: { text }, page, redirect }) =>
      text === 'no'
        ? page('Mots', form(text, 'Non.'), { status: 400 })
        : text === 'preview'
          ? page('Mots', form(text))
          : text === 'stored'
            ? page('Mots', form(text), { status: 400, isTaken: true })
            : redirect('/', 'Fait.'),
    );
  },
);

const web = await bootWebHost({ bricks: [wordsBrick, loginBrick], publicUrl: PUBLIC });
afterAll(() => web.stop());
beforeEach(() => void (stored = ''));

const plain = (html: string): string => html.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&amp;', '&');
interface Shown {
  readonly key: string;
  readonly action: string;
  readonly state: Readonly<Record<string, unknown>> | undefined;
  readonly page: string;
  readonly text: string;
}
function shownIn({ text }: Answer): Shown {
  const [tag = ''] = /<form data-kept=[^>]*>/.exec(text) ?? [];
  const attribute = (name: string): string | undefined => new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1];
  const state = attribute('data-kept-state');
  return {
    key: attribute('data-kept') ?? '',
    action: plain(attribute('action') ?? ''),
    state: state === undefined ? undefined : (JSON.parse(plain(state)) as Shown['state']),
    page: /<template id="kept" data-page="([^"]*)"/.exec(text)?.[1] ?? '',
    text,
  };
}

class Browser {
  private constructor(public cookie: string) {}
  static async of(role: Role): Promise<Browser> {
    return new Browser(await web.cookieOf(role));
  }
  async open(path = `${HERE}/`): Promise<Shown> {
    return shownIn(await web.send(path, { headers: { Cookie: this.cookie, Accept: 'text/html' } }));
  }
  async post(shown: Shown, sent: object = {}): Promise<Record<string, unknown> & { readonly status: number }> {
    const { status, text } = await web.send('/kept', {
      method: 'POST',
      headers: { Cookie: this.cookie, Origin: PUBLIC, Accept: 'application/json', 'Content-Type': 'application/json' },
      body: JSON.stringify({
        ...{ page: shown.page, key: shown.key, do: 'keep', fields: [['text', TEXT]], version: 'v1', after: [] },
        ...{ isKnown: false, ...sent },
      }),
    });
    return { status, ...(JSON.parse(text) as object) };
  }
  /** @param after versions, as `kept.js` names them */
  send(shown: Shown, text: string, after?: readonly string[]): Promise<Answer> {
    return web.send(after ? `${shown.action}~${after.join('.')}` : shown.action, {
      method: 'POST',
      headers: {
        Cookie: this.cookie,
        Origin: PUBLIC,
        Accept: 'text/html',
        'Content-Type': 'application/x-www-form-urlencoded',
      },
      body: new URLSearchParams({ text }).toString(),
    });
  }
}

test('what was typed is kept, stands on the page again, and is gone once the form was sent', async () => {
  const browser = await Browser.of('teacher');
  const page = await browser.open();
  expect(page.state).toBeUndefined();
  expect(await browser.post(page)).toEqual({ status: 200, state: 'kept', said: 'Gardé à 11\u00a0h' });
  web.clock.advance(60_000);
  const again = await browser.open();
  expect(again.state).toEqual({ version: 'v1', fields: [['text', TEXT]], said: 'Gardé à 11\u00a0h' });
  // A page with the same form has it as well, and another form does not.
  expect((await browser.open(`${HERE}/two`)).state).toEqual(again.state);
  expect((await browser.open(`${HERE}/two`)).text.match(/data-kept="/g)).toHaveLength(1);

  const preview = await browser.send(again, 'preview', ['v1']);
  expect([preview.status, preview.text.includes('data-kept-typed'), shownIn(preview).state]).toEqual([
    200,
    true,
    { version: 'v1' },
  ]);
  expect((await browser.open()).state).toEqual(again.state);
  const refused = await browser.send(again, 'no', ['v1']);
  expect([refused.status, refused.text.includes('data-kept-typed'), shownIn(refused).state]).toEqual([
    400,
    true,
    { version: 'v1' },
  ]);
  expect((await browser.open()).state).toEqual(again.state);
  expect((await browser.send(again, 'oui', ['v1'])).status).toBe(303);
  expect((await browser.open()).state).toBeUndefined();
});

test('a page that was sent before its script ran throws away no text that it has not shown', async () => {
  const browser = await Browser.of('teacher');
  await browser.post(await browser.open(), { fields: [['text', `${TEXT}\nDemain.`]] });
  const page = await browser.open();
  expect((await browser.send(page, 'oui')).status).toBe(303);
  expect((await browser.open()).state).toMatchObject({ version: 'v1' });
  // A text that is typed on such a page stands beside the kept one.
  const refused = await browser.send(page, 'no');
  expect(shownIn(refused).state).toEqual({});
  expect((await browser.send(page, `${TEXT}\r\nDemain.`)).status).toBe(303);
  expect((await browser.open()).state).toBeUndefined();
});

test('a page that has stored what its form sent forgets the text of that form, and of no other page', async () => {
  const browser = await Browser.of('teacher');
  await browser.post(await browser.open());
  const page = await browser.open();
  await browser.post(page, { fields: [['text', 'Plus tard']], version: 'late' });
  const answer = await browser.send(page, 'stored', ['v1']);
  expect([answer.status, answer.text.includes('data-kept-typed')]).toEqual([400, false]);
  const { state } = await browser.open();
  expect(state).toEqual({ version: 'v1', offer: expect.any(String) });
  await browser.send(page, 'stored', ['late']);
  expect((await browser.open()).state).toBeUndefined();
});

test('the mark of a form has the version of its kept text, so that "back" restores nothing older (ADR 80)', async () => {
  const browser = await Browser.of('teacher');
  const markOf = ({ text }: Shown): string | undefined => /name="(of-[^"]*)"/.exec(text)?.[1];
  const page = await browser.open();
  await browser.post(page);
  const again = await browser.open();
  expect(markOf(again)).toBe(`${markOf(page) ?? ''}-v1`);
  await browser.post(again, { version: 'v2', after: ['v1'], isKnown: true });
  expect(markOf(await browser.open())).toBe(`${markOf(page) ?? ''}-v2`);
  await browser.send(again, 'oui', ['v2']);
});

test('a page asks for the last save of the page before, which may have come after it was made', async () => {
  const browser = await Browser.of('teacher');
  const page = await browser.open();
  const read = { do: 'read', fields: [], version: 'x' };
  expect(await browser.post(page, read)).toEqual({ status: 200, state: 'gone' });
  await browser.post(page);
  expect(await browser.post(page, read)).toMatchObject({ state: 'taken', fields: [['text', TEXT]], version: 'v1' });
  expect(await browser.post(page, { ...read, after: ['v1'] })).toEqual({ status: 200, state: 'gone' });
});

test('a page that does not know the last version overwrites nothing, and both texts can be taken', async () => {
  const browser = await Browser.of('teacher');
  const [first, second] = [await browser.open(), await browser.open()];
  await browser.post(first, { version: 'a1' });
  web.clock.advance(24 * 3_600_000);
  browser.cookie = await web.cookieOf('teacher');
  // A device that was asleep: its text is an hour older than the other one.
  const late = { fields: [['text', 'Vieux']], version: 'b1', age: 25 * 3_600_000 };
  expect(await browser.post(second, late)).toMatchObject({
    state: 'other',
    offer: expect.stringMatching(/^Un autre texte a été écrit ici hier à/),
  });
  const page = await browser.open();
  expect(page.state).toMatchObject({ version: 'a1', fields: [['text', TEXT]], offer: expect.any(String) });
  const taken = await browser.post(page, { do: 'take', fields: [], after: ['a1'], version: 'c1', isKnown: true });
  expect(taken).toMatchObject({ state: 'taken', fields: [['text', 'Vieux']], version: 'c1' });
  const back = await browser.post(page, { do: 'take', fields: [], after: ['c1'], version: 'd1', isKnown: true });
  expect(back).toMatchObject({ state: 'taken', fields: [['text', TEXT]], version: 'd1' });

  // After it was sent elsewhere, a page that knew it keeps its text aside.
  await browser.send(page, 'oui', ['d1']);
  expect((await browser.open()).state).toEqual({ version: 'd1', offer: expect.any(String) });
  await browser.send(page, 'oui', ['c1']);
  expect((await browser.open()).state).toBeUndefined();
  expect(await browser.post(page, { version: 'e1', after: ['d1'], isKnown: true })).toMatchObject({ state: 'other' });
  const later = await browser.open();
  expect(later.state).toEqual({ version: expect.any(String), offer: expect.any(String) });
  expect(await browser.post(page, { version: 'e2', after: ['e1'], isKnown: true })).toMatchObject({ state: 'other' });
  await browser.send(page, 'oui', ['e2']);
  expect((await browser.open()).state).toBeUndefined();
});

test('after one of two pages has sent its text, that of the other one is offered, and not filled in', async () => {
  const browser = await Browser.of('teacher');
  const [first, second] = [await browser.open(), await browser.open()];
  await browser.post(first, { version: 'a1' });
  await browser.post(second, { fields: [['text', 'Parti']], version: 'b1' });
  await browser.send(second, 'oui', ['b1']);
  const { state } = await browser.open();
  expect(state).toEqual({ version: expect.any(String), offer: expect.any(String) });
  // The other page writes on beside it, and sends its text.
  expect(await browser.post(first, { version: 'a2', after: ['a1'], isKnown: true })).toMatchObject({ state: 'other' });
  await browser.send(first, 'oui', ['a2']);
  expect((await browser.open()).state).toBeUndefined();
});

test('a save whose answer was lost, and one that comes twice, are no other text', async () => {
  const browser = await Browser.of('teacher');
  const page = await browser.open();
  await browser.post(page, { version: 'v1' });
  expect(await browser.post(page, { version: 'v1' })).toMatchObject({ state: 'kept' });
  const next = { fields: [['text', 'Plus long']], version: 'v2', after: ['v0', 'v1'] };
  expect(await browser.post(page, next)).toMatchObject({ state: 'kept' });
  const discard = { do: 'discard', fields: [], version: 'v3', isKnown: true };
  expect(await browser.post(page, { ...discard, after: ['v1'] })).toMatchObject({ state: 'discarded' });
  expect((await browser.open()).state).toMatchObject({ version: 'v2' });
  await browser.post(page, { ...discard, after: ['v2'] });
  expect((await browser.open()).state).toBeUndefined();
});

test('a text that was typed over another one of the server is offered, and does not stand in its place', async () => {
  const browser = await Browser.of('teacher');
  await browser.post(await browser.open());
  stored = 'Le mot d’une collègue';
  const { state } = await browser.open();
  expect(state).toEqual({ offer: expect.any(String) });
  stored = '';
  await browser.send(await browser.open(), 'oui');
});

test('a text is kept for the person that was shown the form alone, in fields of that form alone', async () => {
  const [teacher, pupil] = [await Browser.of('teacher'), await Browser.of('pupil')];
  const page = await teacher.open();
  await teacher.post(page);
  expect((await pupil.open()).state).toBeUndefined();
  // The page of the teacher is still open when the pupil logs in at the same computer.
  expect((await pupil.post(page)).status).toBe(409);
  expect((await teacher.post({ ...page, page: 'x' })).status).toBe(409);
  expect((await teacher.post({ ...page, key: '0123456789abcdef' })).status).toBe(409);
  for (const name of ['secret', 'other']) {
    expect((await teacher.post(page, { fields: [[name, 'x']] })).status).toBe(400);
  }
  expect((await teacher.post(page, { fields: [['text', 'x'.repeat(100_001)]] })).status).toBe(413);
  await pupil.send(page, 'oui');
  expect((await teacher.open()).state).toMatchObject({ fields: [['text', TEXT]] });
  expect(JSON.stringify(web.lines)).not.toMatch(/Mamie/);
  await teacher.send(page, 'oui');
  expect((await web.send('/kept', { method: 'POST', headers: { Cookie: teacher.cookie } })).status).toBe(403);
  expect(
    (await web.send('/kept', { method: 'POST', headers: { Origin: PUBLIC, Accept: 'application/json' } })).status,
  ).toBe(401);
});
