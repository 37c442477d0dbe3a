// SPDX-License-Identifier: EUPL-1.2
import { connect } from 'node:net';
import { text as textOf } from 'node:stream/consumers';
import { z } from 'zod';
import { defineBrick } from '../../../api/brick.js';
import { TooLargeError, UnavailableError } from '../../../api/errors.js';
import type { IncomingFile } from '../../../api/http.js';
import { SCHOOL } from '../../../testing/sample-directory.js';
import { bootWebHost, type Answer } from '../../app/host-for-tests.js';
import { nextRequest } from '../next-request-for-tests.js';
import { loginBrick } from '../reply-brick-for-tests.js';
import { keptFormIn, logInto, textsIn, type Fields } from './kept-form-for-tests.js';

const PUBLIC = 'https://ent.example.org';
const HERE = `/s/${SCHOOL}/albums`;
const TEXT = 'La sortie à la ferme,\r\n"avec" les <vaches> & 3 poules';
/** Fields reach a route with lines that end in `\n`. */
const PARSED = TEXT.replaceAll('\r\n', '\n');
const FIELDS: Fields = [
  ['group', '01a22cb4-5895-7311-83ef-7e252e8511c5'],
  ['title', 'Oui'],
  ['text', TEXT],
];
type File = readonly [field: string, content: string, name: string];
const PHOTO: File = ['photos', 'meuh', 'vache.jpg'];
const LARGE: File = ['photos', 'x'.repeat(3_000_000), 'foin.jpg'];

/** Albums as the brick got them. */
const albums: unknown[] = [];
async function readAll(files: AsyncIterable<IncomingFile>): Promise<string[]> {
  const names: string[] = [];
  for await (const { name, content } of files) {
    if ((await textOf(content)).length > 1_000_000) throw new TooLargeError('The photo is too large.');
    names.push(name);
  }
  return names;
}
const texts = { title: 'Albums', summary: 'Des photos' };
const albumBrick = defineBrick(
  {
    ...{ id: 'albums', version: '1.0.0', adapter: '^0.2.0', kind: 'feature', settings: z.strictObject({}) },
    locales: { fr: texts, en: texts },
    permissions: { write: { profiles: ['pupil', 'teacher'] }, lead: { profiles: ['head'] } },
  },
  ({ http }) => {
    const body = z.strictObject({ group: z.uuid(), title: z.string().max(500), text: z.string().min(1) });
    const upload = { maxFiles: 2 };
    http.post('/', { access: 'write', body, upload }, async ({ body: fields, files, user, redirect }) => {
      albums.push([user.displayName, fields, await readAll(files)]);
      return redirect('/');
    });
    http.post('/down', { access: 'write', body, upload }, async ({ files }) => {
      await readAll(files);
      throw new UnavailableError('The album is closed.');
    });
    http.post('/led', { access: 'lead', body, upload }, ({ redirect }) => redirect('/'));
  },
);

const web = await bootWebHost({ bricks: [albumBrick, loginBrick], publicUrl: PUBLIC });
afterAll(() => web.stop());
beforeEach(() => void albums.splice(0));

const HTML = { Accept: 'text/html', Origin: PUBLIC };
const TYPED = '?typedIn=title,text';

/** A form with its parts in this order, as a browser sends it. */
async function post(
  path: string,
  Cookie: string,
  parts: readonly (File | Fields[number])[] = [...FIELDS, PHOTO],
): Promise<Answer> {
  const form = new FormData();
  for (const [name, value, file] of parts) {
    if (file === undefined) form.append(name, value);
    else form.append(name, new Blob([value]), file);
  }
  const sent = new Response(form);
  const headers = { ...HTML, Cookie, 'Content-Type': sent.headers.get('Content-Type') ?? '' };
  return web.send(path, { method: 'POST', headers, body: Buffer.from(await sent.arrayBuffer()) });
}

const CHILD = {
  ...{ safe: /ton texte est gardé/, again: /choisis-les encore une fois\./, large: /trop gros/ },
  inPage: /choisis-les encore une fois dans la page que tu rouvres\./,
};
const ADULT = {
  ...{ safe: /votre texte est gardé/, again: /choisissez-les de nouveau\./, large: /trop lourd/ },
  inPage: /choisissez-les de nouveau dans la page que vous rouvrez\./,
};

describe.each([
  ['a child', 'pupil', 'Inès Faivre', CHILD],
  ['an adult', 'teacher', 'Claire Vuillet', ADULT],
] as const)('P16 a form of %s with fields and files', (_who, login, name, words) => {
  test('that arrives without its session keeps its fields, and is sent after the login with files chosen again', async () => {
    const { person } = await logInto(web, login);
    const kept = await post(`${HERE}/${TYPED}`, person, [...FIELDS, PHOTO, LARGE]);
    expect([kept.status, textsIn(kept)]).toEqual([401, ['Oui', TEXT]]);
    expect(kept.text).toMatch(words.safe);
    expect(kept.text).not.toMatch(/n’est pas perdu|rien n’est perdu/);
    expect(kept.text).toMatch(words.again);
    const { action, ...form } = keptFormIn(kept);
    expect(form).toEqual({ fields: FIELDS, isForFiles: true, files: ['photos'] });

    const early = await post(action, '', [...form.fields, PHOTO]);
    expect([early.status, keptFormIn(early).fields]).toEqual([401, FIELDS]);
    const { session } = await logInto(web, login);
    expect((await post(action, session, [...form.fields, PHOTO])).status).toBe(303);
    expect(albums).toEqual([[name, { ...Object.fromEntries(FIELDS), text: PARSED }, ['vache.jpg']]]);
  });

  test('shows them on error pages of a field after a file, a large file and a fault, and is sent again after the fault', async () => {
    const { session } = await logInto(web, login);
    const odd = await post(`${HERE}/${TYPED}`, session, [...FIELDS, PHOTO, ['note', 'Trop tard']]);
    expect([odd.status, textsIn(odd)]).toEqual([400, ['Oui', TEXT]]);
    const large = await post(`${HERE}/${TYPED}`, session, [...FIELDS, LARGE]);
    expect([large.status, textsIn(large)]).toEqual([413, ['Oui', TEXT]]);
    expect(large.text).toMatch(words.large);
    const down = await post(`${HERE}/down${TYPED}`, session);
    expect([down.status, textsIn(down)]).toEqual([503, ['Oui', TEXT]]);
    // Before its fields were asked for.
    const led = await post(`${HERE}/led${TYPED}`, session, [...FIELDS, LARGE]);
    expect([led.status, textsIn(led)]).toEqual([403, ['Oui', TEXT]]);
    for (const page of [odd, large, led]) expect(page.text).toMatch(words.inPage);
    expect(down.text).toMatch(words.again);
    expect([odd, large, led].map((page) => keptFormIn(page).action)).toEqual(['none', 'none', 'none']);
    const { action, ...form } = keptFormIn(down);
    expect(form).toEqual({ fields: FIELDS, isForFiles: true, files: ['photos'] });
    expect((await post(action, (await logInto(web, 'pupilOfOtherClass')).session)).status).toBe(403);
  });

  test('whose fields are too long shows them with 413, and does not call them a file', async () => {
    const { session, person } = await logInto(web, login);
    const long = 'Il était une fois. '.repeat(8_000);
    const parts: Fields = [
      ['group', FIELDS[0]?.[1] ?? ''],
      ['text', long],
      ['title', 'Conte'],
    ];
    for (const Cookie of [session, person]) {
      const page = await post(`${HERE}/${TYPED}`, Cookie, [...parts, PHOTO]);
      expect([page.status, textsIn(page)]).toEqual([413, [long.trim(), 'Conte']]);
      expect(page.text).toMatch(/texte est trop long/);
      expect(page.text).not.toMatch(/trop gros|trop lourd/);
    }
    expect(albums).toEqual([]);
  });
});

test('P16 a form for files in which none was chosen is kept like any other', async () => {
  const none: File = ['photos', '', ''];
  const kept = await post(`${HERE}/${TYPED}`, (await logInto(web, 'pupil')).person, [none, ...FIELDS, none]);
  expect([kept.status, textsIn(kept)]).toEqual([401, ['Oui', TEXT]]);
  expect(kept.text).not.toMatch(/choisis-les/);
  const { action, ...form } = keptFormIn(kept);
  expect(form).toEqual({ fields: FIELDS, isForFiles: true, files: [] });
  expect((await post(action, (await logInto(web, 'pupil')).session, form.fields)).status).toBe(303);
  expect(albums).toMatchObject([['Inès Faivre', { text: PARSED }, []]]);
});

test('P16 the fields of a form with files are copied where nobody is known, and are not shown to another person', async () => {
  const unknown = await post(`${HERE}/${TYPED}`, '');
  expect([unknown.status, textsIn(unknown), keptFormIn(unknown).action]).toEqual([401, ['Oui', TEXT], 'none']);
  expect(unknown.text).toMatch(/Copiez votre texte[^]*choisissez-les de nouveau/);
  const kept = await post(`${HERE}/${TYPED}`, (await logInto(web, 'pupil')).person);
  const other = await post(keptFormIn(kept).action, (await logInto(web, 'pupilOfOtherClass')).session);
  expect([other.status, textsIn(other), keptFormIn(other).fields]).toEqual([403, [], FIELDS]);
  const away = { ...HTML, Origin: 'https://evil.example.org', 'Content-Type': 'multipart/form-data; boundary=x' };
  const body = `--x\r\nContent-Disposition: form-data; name="text"\r\n\r\n${TEXT}\r\n--x--\r\n`;
  expect((await web.send(HERE, { method: 'POST', headers: away, body })).text).not.toMatch(/ferme/);
  expect(JSON.stringify(web.lines)).not.toMatch(/vaches/);
});

test('P16 a broken form with files, and one that is cut in its fields, leave the host in order', async () => {
  const { person } = await logInto(web, 'pupil');
  const before = web.lines.length;
  const field = (name: string, value: string): string =>
    `--x\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}`;
  for (const [boundary, body, status] of [
    ['', field('text', TEXT), 303],
    ['; boundary=x', field('text', TEXT), 303],
    ['; boundary=x', `${field('title', 'Oui')}\r\n${field('text', TEXT)}`, 401],
  ] as const) {
    const headers = { ...HTML, Cookie: person, 'Content-Type': `multipart/form-data${boundary}` };
    expect((await web.send(HERE, { method: 'POST', headers, body })).status).toBe(status);
  }
  const received = nextRequest();
  const socket = connect(web.port, '127.0.0.1');
  const head = `Host: x\r\nCookie: ${person}\r\nOrigin: ${PUBLIC}\r\nAccept: text/html\r\nContent-Length: 9999\r\n`;
  const fields = `${field('title', 'Oui')}\r\n${field('text', TEXT)}`;
  socket.write(`POST ${HERE} HTTP/1.1\r\n${head}Content-Type: multipart/form-data; boundary=x\r\n\r\n${fields}`);
  const { request, read } = await received;
  await read;
  const closed = new Promise((resolve) => request.once('close', resolve));
  socket.destroy();
  await closed;
  expect((await post(`${HERE}/${TYPED}`, person)).status).toBe(401);
  expect(web.lines.slice(before).filter(({ level }) => level === 'error')).toEqual([]);
});
