// SPDX-License-Identifier: EUPL-1.2
import { once } from 'node:events';
import { createServer } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { Request } from 'express';
import { z } from 'zod';
import { defineBrick } from '../../../api/brick.js';
import { json } from '../../../api/http.js';
import { OTHER_SCHOOL, SCHOOL } from '../../../testing/sample-directory.js';
import { bootWebHost, type Answer } from '../../app/host-for-tests.js';
import { moveNotes, NoteRow } from '../../infra/database/notes-for-tests.js';
import type { BrickRoute } from '../../domain/bricks/brick-route.js';
import { notesBrick } from '../reply-brick-for-tests.js';
import { readForm } from './read-form.js';

const body = z.object({ title: z.string().min(1), note: z.string().optional(), day: z.array(z.string()).optional() });
const upload = { maxFiles: 3 };
let begin: () => void = () => undefined;
let failed: (error: unknown) => void = () => undefined;

const albums = defineBrick(
  { ...notesBrick.manifest, storedKeys: [{ entity: NoteRow, column: 'text' }] },
  ({ http, moveGroup }) => {
    moveGroup(moveNotes);
    http.get('/stored', { access: 'read' }, async ({ storage }) => {
      const keys: string[] = [];
      for await (const key of storage.keys()) keys.push(await text(await storage.open(key)));
      return json(keys);
    });
    http.post('/albums', { access: 'write', body, upload }, async ({ body: fields, files, storage }) => {
      const stored: { name: string; key: string }[] = [];
      try {
        for await (const { name, content } of files) {
          begin();
          const { key } = await storage.store(content, { maxBytes: 1_000_000 });
          stored.push({ name, key });
        }
      } catch (error) {
        for (const { key } of stored) await storage.remove(key);
        failed(error);
        throw error;
      }
      const texts = await Promise.all(stored.map(async ({ key }) => text(await storage.open(key))));
      for (const { key } of stored) await storage.remove(key);
      return json({ ...fields, files: stored.map(({ name }, at) => `${name}=${texts[at]}`) });
    });
    const group = {
      body: z.object({ groupId: z.string() }),
      group: (input: { body: { groupId: string } }) => input.body.groupId,
    };
    http.post('/classes', { access: 'write', ...group, upload }, () => json({ done: true }));
    http.post('/plain', { access: 'write', body }, ({ body: fields }) => json(fields));
  },
);

const web = await bootWebHost({ bricks: [albums] });
const [teacher, pupil, stranger] = await Promise.all([
  web.cookieOf('teacher'),
  web.cookieOf('pupil'),
  web.cookieOf('teacherOfOtherSchool'),
]);
afterAll(() => web.stop());

type Part = readonly [name: string, value: string, file?: string];

async function post(parts: readonly Part[], { path = '/albums', Cookie = teacher } = {}): Promise<Answer> {
  const form = new FormData();
  for (const [name, value, file] of parts) {
    if (file === undefined) form.append(name, value);
    else form.append(name, new Blob([value]), file);
  }
  const sent = new Response(form);
  const headers = { Cookie, 'Sec-Fetch-Site': 'same-origin', 'Content-Type': sent.headers.get('Content-Type') ?? '' };
  return web.send(`/s/${SCHOOL}/notes${path}`, {
    method: 'POST',
    headers,
    body: Buffer.from(await sent.arrayBuffer()),
  });
}

const stored = async (school = SCHOOL, Cookie = teacher): Promise<unknown> =>
  JSON.parse((await web.send(`/s/${school}/notes/stored`, { headers: { Cookie } })).text);
const sentences = (): string =>
  web.lines.map(({ fields, sentence }) => `${sentence} ${String(fields['err'])}`).join('\n');

afterEach(async () => {
  expect(await stored()).toEqual([]);
  expect(await stored(OTHER_SCHOOL, stranger)).toEqual([]);
});

test('a form carries fields and files: the handler gets both', async () => {
  const answer = await post([
    ['title', 'Sortie à la ferme'],
    ['day', 'lundi'],
    ['day', 'mardi'],
    ['day', 'jeudi'],
    ['files', 'meuh', 'vache.txt'],
    ['files', '', ''],
    ['files', 'x'.repeat(300_000), 'foin.txt'],
  ]);
  expect(answer.status).toBe(200);
  expect(JSON.parse(answer.text)).toEqual({
    title: 'Sortie à la ferme',
    day: ['lundi', 'mardi', 'jeudi'],
    files: ['vache.txt=meuh', `foin.txt=${'x'.repeat(300_000)}`],
  });
  const alone = await post([['title', 'Sans photo']]);
  expect(JSON.parse(alone.text)).toEqual({ title: 'Sans photo', files: [] });
});

test.each(['/albums', '/plain'])('a line end of a browser counts as one character: %s', async (path) => {
  const fields: [string, string][] = [
    ['title', 'Sortie\r\nà la ferme'],
    ['note', 'a\r\n\r\nb\n'],
    ['day', 'lundi\r\n'],
    ['day', 'mardi'],
  ];
  const form = { 'Content-Type': 'application/x-www-form-urlencoded', 'Sec-Fetch-Site': 'same-origin' };
  const plain = { method: 'POST', headers: { Cookie: teacher, ...form }, body: new URLSearchParams(fields).toString() };
  const answer = path === '/plain' ? await web.send(`/s/${SCHOOL}/notes/plain`, plain) : await post(fields);
  const day = ['lundi\n', 'mardi'];
  expect(JSON.parse(answer.text)).toMatchObject({ title: 'Sortie\nà la ferme', note: 'a\n\nb\n', day });
});

test('a form for files that is sent urlencoded has fields and no files', async () => {
  const form = { 'Content-Type': 'application/x-www-form-urlencoded', 'Sec-Fetch-Site': 'same-origin' };
  const plain = { method: 'POST', headers: { Cookie: teacher, ...form }, body: 'title=Sortie&files=vache.txt' };
  const answer = await web.send(`/s/${SCHOOL}/notes/albums`, plain);
  expect(JSON.parse(answer.text)).toEqual({ title: 'Sortie', files: [] });
});

const FILE: Part = ['files', 'x'.repeat(500_000), 'vache.txt'];
const many = Array.from({ length: 10_000 }, (_, at): Part => [`field${at}`, 'x']);

test.each<[name: string, parts: readonly Part[], status: number, sentence: string]>([
  ['a file before its fields', [FILE, ['title', 'Sortie']], 400, 'A file comes before the fields of the form.'],
  [
    'a field between files',
    [['title', 'Sortie'], FILE, ['note', 'x'], FILE],
    400,
    'The field "note" comes after a file.',
  ],
  [
    'a field after all files',
    [
      ['title', 'Sortie'],
      ['files', 'x', 'a.txt'],
      ['note', 'x'],
    ],
    400,
    'comes after a file.',
  ],
  ['the same field twice', [['title', 'a'], ['title', 'b'], FILE], 400, 'title: It was sent more than once.'],
  ['10,000 fields', [['title', 'a'], ...many, FILE], 413, 'The form has more than 1000 fields.'],
  ['a very long field', [['title', 'a'.repeat(100_001)], FILE], 413, 'longer than 100000 bytes.'],
  [
    'very long fields together',
    [['title', 'a'.repeat(60_000)], ['note', 'b'.repeat(60_000)], FILE],
    413,
    'longer than',
  ],
  ['a field that is missing', [['note', 'a'], FILE], 400, 'title: '],
  ['too many files', [['title', 'a'], ...Array<Part>(4).fill(['files', 'x', 'a.txt'])], 400, 'More than 3 files'],
  ['a field named __proto__', [['__proto__', 'title'], FILE], 400, 'title: '],
])('F15, X7: %s: the form is refused in one sentence and nothing is stored', async (_name, parts, status, sentence) => {
  const before = sentences().length;
  expect((await post(parts)).status).toBe(status);
  expect(sentences().slice(before)).toContain(sentence);
});

test('the same field twice in a form without files is told in the same words', async () => {
  const headers = {
    Cookie: teacher,
    'Sec-Fetch-Site': 'same-origin',
    'Content-Type': 'application/x-www-form-urlencoded',
  };
  const before = sentences().length;
  const answer = await web.send(`/s/${SCHOOL}/notes/plain`, { method: 'POST', headers, body: 'title=a&title=b' });
  expect(answer.status).toBe(400);
  expect(sentences().slice(before)).toContain('title: It was sent more than once.');
});

test('P3, T9: fields and files of a person without the permission are not read, and the answer reaches the browser', async () => {
  expect((await post([['title', 'a'], FILE], { Cookie: pupil })).status).toBe(403);
  expect((await post([['title', 'a'], FILE], { Cookie: stranger })).status).toBe(404);
  // Known after the fields alone: the file waits, and is let through unread.
  const elsewhere = await post([['groupId', 'of-nobody'], FILE, FILE], { path: '/classes' });
  expect(elsewhere.status).toBe(404);
});

const START =
  'Content-Type: multipart/form-data; boundary=b\r\nContent-Length: 9999\r\n\r\n' +
  '--b\r\nContent-Disposition: form-data; name="title"\r\n\r\nSortie\r\n--b\r\n';

test('F15: a connection that is cut in a file: the handler learns of it and nothing is stored', async () => {
  const end = new Promise<unknown>((resolve) => (failed = resolve));
  const socket = connect(web.port, '127.0.0.1');
  const head = `Host: 127.0.0.1\r\nCookie: ${teacher}\r\nSec-Fetch-Site: same-origin\r\n`;
  const file = 'Content-Disposition: form-data; name="files"; filename="half.txt"\r\n\r\nbeginning';
  const began = new Promise<void>((resolve) => (begin = resolve));
  socket.write(`POST /s/${SCHOOL}/notes/albums HTTP/1.1\r\n${head}${START}${file}`);
  await began;
  socket.destroy();
  expect(await end).toMatchObject({ message: 'The upload broke off before its end.' });
});

test('F15: a connection that is cut in the fields: the reading of the fields ends', async () => {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
  socket.write(`POST / HTTP/1.1\r\nHost: x\r\n${START}`);
  const [request] = (await once(server, 'request')) as [Request];
  const fields = readForm(request, { body, upload } as unknown as BrickRoute, failed).fields();
  socket.destroy();
  await expect(fields).rejects.toMatchObject({ message: 'The upload broke off before its end.' });
  server.close();
});
