// SPDX-License-Identifier: EUPL-1.2
import { connect } from 'node:net';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { defineBrick } from '../../../api/brick.js';
import { content } from '../../../api/content.js';
import type { Reply } from '../../../api/http.js';
import { SCHOOL } from '../../../testing/sample-directory.js';
import { bootWebHost } from '../../app/host-for-tests.js';
import { replyBrick } from '../reply-brick-for-tests.js';

const FORGED = 'HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\nforged';
const contentOf = (bytes: number, open: () => Readable): Reply =>
  content({ name: 'a.txt', bytes, etag: 'first', modifiedAt: new Date(0), open });
const replies: Readonly<Record<string, () => unknown>> = {
  surplus: () => contentOf(5, () => Readable.from(['whole', FORGED])),
  'surplus-at-once': () => contentOf(5, () => Readable.from([`whole${FORGED}`])),
  short: () => contentOf(200, () => Readable.from(['half of it'])),
  empty: () => contentOf(200, () => Readable.from([])),
  failing: () => contentOf(200, () => Readable.from(failing())),
  negative: () => contentOf(-1, () => Readable.from(['x'])),
  fraction: () => contentOf(1.5, () => Readable.from(['x'])),
  'no-number': () => contentOf(Number.NaN, () => Readable.from(['x'])),
  unknown: () => ({ kind: 'html', value: '<p>' }),
  'no-kind': () => ({}),
  nothing: () => undefined,
};

async function* failing(): AsyncGenerator<string> {
  yield await Promise.resolve('a beginning');
  throw new Error('the disk is scratched');
}

/** A brick written without types, with invalid replies. */
const careless = defineBrick({ ...replyBrick.manifest, id: 'careless' }, ({ http }) => {
  for (const [path, reply] of Object.entries(replies)) http.get(`/${path}`, { access: 'read' }, () => reply() as Reply);
});

const web = await bootWebHost({ bricks: [replyBrick, careless] });
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
    'cache-control': 'private, no-cache, no-transform',
  });
  expect(answer.text).toBe('<script>alert(1)</script>');
  expect(answer.headers).not.toHaveProperty('set-cookie');
  const reported = String(answer.headers['content-disposition']);
  expect(reported).toMatch(/^attachment; /);
  if (disposition !== '') expect(reported.replace(/[^\x20-\x7e]/g, '?')).toBe(disposition);
});

test('pages and JSON of a person are never cached', async () => {
  const page = await web.send(at(''), { headers: { Cookie } });
  const json = await web.send(at('search?page=1'), { headers: { Cookie } });
  expect([page.headers['cache-control'], json.headers['cache-control']]).toEqual(['no-store', 'no-store']);
  expect(json.headers['content-type']).toMatch(/application\/json/);
});

test('RFC 9110 §9.3.2: HEAD of a page, of JSON and of what is not there has the headers of GET, and no content', async () => {
  for (const path of ['', 'search?page=1', 'nowhere', 'crash', 'late']) {
    const {
      date: _,
      'x-request-id': __,
      etag: ___,
      ...got
    } = (await web.send(at(path), { headers: { Cookie } })).headers;
    const head = await web.send(at(path), { method: 'HEAD', headers: { Cookie } });
    expect([path, head.text, { ...head.headers, ...got }]).toEqual([path, '', head.headers]);
  }
});

test('a form that is shown again with its mistake answers 400', async () => {
  const headers = { Cookie, 'Sec-Fetch-Site': 'same-origin', Accept: 'text/html' };
  const answer = await web.send(at('drafts'), { method: 'POST', headers });
  expect([answer.status, answer.text]).toEqual([400, expect.stringContaining('Il manque un titre.')]);
});

test('a notice is shown once, to the user that caused it', async () => {
  const form = { 'Content-Type': 'application/x-www-form-urlencoded', 'Sec-Fetch-Site': 'same-origin' };
  const sent = await web.send(at('sheets'), { method: 'POST', headers: { Cookie, ...form }, body: 'text=hello' });
  expect([sent.status, sent.headers.location]).toEqual([303, at('')]);
  const pupil = await web.send(at(''), { headers: { Cookie: await web.cookieOf('pupil') } });
  expect(pupil.text).not.toContain('Feuille rangée.');
  // A program that looks whether the page is there takes nothing away.
  await web.send(at(''), { method: 'HEAD', headers: { Cookie } });
  const pages = [await web.send(at(''), { headers: { Cookie } }), await web.send(at(''), { headers: { Cookie } })];
  expect(pages.map(({ text }) => text.includes('Feuille rangée.'))).toEqual([true, false]);
});

test('a notice that can be undone carries a form once, with its fields, in the words of the reader', async () => {
  const form = { 'Content-Type': 'application/x-www-form-urlencoded', 'Sec-Fetch-Site': 'same-origin' };
  const labels = [];
  for (const language of ['fr', 'en']) {
    const headers = { Cookie, 'Accept-Language': language };
    await web.send(at('bin'), { method: 'POST', headers: { ...headers, ...form } });
    const page = await web.send(at(''), { headers });
    const notice = /<div class="v-notice">.*?<\/form>/s.exec(page.text)?.[0] ?? '';
    expect(notice).toContain('role="status"');
    expect(notice).toContain(`<form method="post" action="${at('bin/restore')}`);
    const fields = [...notice.matchAll(/name="(\w+)" value="(\w+)"/g)].map(([, name, value]) => [name, value]);
    expect(fields).toEqual([
      ['from', 'box'],
      ['sheet', '1'],
      ['sheet', '2'],
    ]);
    labels.push(/>(\w+)<\/button>/.exec(notice)?.[1]);
    expect((await web.send(at(''), { headers })).text).not.toContain('bin/restore');
  }
  expect(labels).toEqual(['Annuler', 'Undo']);
});

/** The bytes that a client receives for a reply of the careless brick and a page on the same connection. */
async function readAll(path: string): Promise<string> {
  const socket = connect(web.port, '127.0.0.1');
  const ask = (address: string): string => `GET ${address} HTTP/1.1\r\nHost: x\r\nCookie: ${Cookie}\r\n\r\n`;
  socket.on('error', () => undefined);
  socket.write(ask(`/s/${SCHOOL}/careless/${path}`) + ask(at('')));
  return text(socket);
}

const troublesOf = (brick: string): number => web.host.troubles.of(brick)?.count ?? 0;

test.each([
  ['surplus', /length/],
  ['surplus-at-once', /length/],
  ['short', /length/],
  ['empty', /length/],
  ['failing', /scratched/],
])(
  'F16: a download with other bytes than it announces (%s) ends the connection, and the client reads nothing after it (RFC 9112 §6.3)',
  async (path, sentence) => {
    const before = troublesOf('careless');
    const read = await readAll(path);
    expect(read.match(/^HTTP/gm)?.length ?? 0).toBeLessThanOrEqual(1);
    expect(read).not.toContain('forged');
    expect(troublesOf('careless')).toBe(before + 1);
    expect(web.host.troubles.of('careless')?.last.sentence).toMatch(sentence);
  },
);

test.each(['negative', 'fraction', 'no-number'])(
  'F16: a download whose size is no size (%s) is a 500 and an error of the brick',
  async (path) => {
    const before = troublesOf('careless');
    const { status, headers } = await web.send(`/s/${SCHOOL}/careless/${path}`, { headers: { Cookie } });
    expect([status, headers['content-disposition']]).toEqual([500, undefined]);
    expect(troublesOf('careless')).toBe(before + 1);
  },
);

test.each(['unknown', 'no-kind', 'nothing'])(
  'P11: a reply of no known kind (%s) is a 500 and an error of the brick, and never a pending request',
  async (path) => {
    const before = troublesOf('careless');
    const { status } = await web.send(`/s/${SCHOOL}/careless/${path}`, { headers: { Cookie } });
    expect(status).toBe(500);
    expect(troublesOf('careless')).toBe(before + 1);
    expect(web.host.troubles.of('careless')?.last.sentence).toMatch(/^The handler of careless/);
  },
);
