// SPDX-License-Identifier: EUPL-1.2
import { EventEmitter, once } from 'node:events';
import { request as httpRequest } from 'node:http';
import { Readable } from 'node:stream';
import { defineBrick } from '../../../api/brick.js';
import type { ByteRange } from '../../../api/byte-range.js';
import { content, type Content } from '../../../api/content.js';
import { NotFoundError } from '../../../api/errors.js';
import type { Reply } from '../../../api/http.js';
import { SCHOOL } from '../../../testing/sample-directory.js';
import { bootWebHost, type Answer } from '../../app/host-for-tests.js';
import { contentOf, replyBrick } from '../reply-brick-for-tests.js';

const LETTERS = Buffer.from('abcdefghij');
const CHANGED_AT = new Date('2026-09-01T08:00:00.250Z');
/** The ranges of all calls of `open`. */
let opened: (ByteRange | 'whole')[] = [];
const steps = new EventEmitter();
let lateSource = new Readable();

const letters: Content = {
  ...{ name: 'lettres.txt', bytes: 10, etag: 'one', modifiedAt: CHANGED_AT },
  open(range) {
    opened.push(range ?? 'whole');
    return Readable.from([LETTERS.subarray(range?.start, range && range.end + 1)]);
  },
};
const replies = new Map<string, () => unknown>([
  ['letters', () => content(letters)],
  ['picture', () => content({ ...letters, name: 'été "1".svg', inline: 'image/png' })],
  ['same-picture', () => content({ ...letters, name: 'été "1".svg' })],
  ['markup', () => content({ ...letters, inline: 'text/html' as 'image/png' })],
  ['renamed', () => content({ ...letters, name: 'alphabet.txt' })],
  ['changed', () => content({ ...letters, etag: 'two' })],
  ['future', () => content({ ...letters, modifiedAt: new Date('2027-01-01T00:00:00Z') })],
  ['nothing', () => contentOf('vide.txt', Buffer.alloc(0))],
  ['gone', () => content({ ...letters, open: () => Promise.reject(new NotFoundError('It is not there.')) })],
  // Its `open` does not know of ranges, which is too much, or gives one byte less.
  ['deaf', () => content({ ...letters, open: () => Readable.from([LETTERS]) })],
  [
    'short',
    () =>
      content({
        ...letters,
        open: ({ start, end } = { start: 0, end: 9 }) => Readable.from([LETTERS.subarray(start, end)]),
      }),
  ],
  ['no-open', () => ({ kind: 'content', name: 'a', bytes: 1, etag: 'a', modifiedAt: CHANGED_AT })],
  ['no-stream', () => content({ ...letters, open: () => 'abcdefghij' as unknown as Readable })],
  ['no-etag', () => content({ ...letters, etag: '' })],
  ['odd-etag', () => content({ ...letters, etag: 'a"\r\nSet-Cookie: b=1' })],
  ['no-date', () => content({ ...letters, modifiedAt: new Date(Number.NaN) })],
  ['no-name', () => content({ ...letters, name: undefined as unknown as string })],
  [
    'late',
    () =>
      content({
        ...letters,
        async open() {
          steps.emit('asked');
          await once(steps, 'left');
          lateSource = Readable.from(['abc']);
          lateSource.on('close', () => steps.emit('closed'));
          return lateSource;
        },
      }),
  ],
]);
const shelf = defineBrick({ ...replyBrick.manifest, id: 'shelf' }, ({ http }) => {
  for (const [path, reply] of replies) http.get(`/${path}`, { access: 'read' }, () => reply() as Reply);
});

const web = await bootWebHost({ bricks: [shelf] });
afterAll(() => web.stop());
const Cookie = await web.cookieOf('teacher');
const at = (path: string): string => `/s/${SCHOOL}/shelf/${path}`;
const troubles = (): number => web.host.troubles.of('shelf')?.count ?? 0;

function ask(path: string, headers: Readonly<Record<string, string>> = {}, method = 'GET'): Promise<Answer> {
  opened = [];
  return web.send(at(path), { method, headers: { Cookie, ...headers } });
}

const SAFE = {
  'content-security-policy': "sandbox; default-src 'none'",
  'x-content-type-options': 'nosniff',
  'cache-control': 'private, no-cache, no-transform',
};
const FILE = {
  ...SAFE,
  'content-type': 'application/octet-stream',
  'content-disposition': 'attachment; filename=lettres.txt',
  'accept-ranges': 'bytes',
  'last-modified': 'Tue, 01 Sep 2026 08:00:00 GMT',
};

test('F4, F5: the whole content leaves with what a browser needs to go on later, and runs nothing', async () => {
  const { status, headers, text } = await ask('letters', { 'Accept-Encoding': 'gzip, br' });
  expect([status, text, opened]).toEqual([200, 'abcdefghij', ['whole']]);
  expect(headers).toMatchObject({ ...FILE, 'content-length': '10' });
  expect(headers.etag).toMatch(/^"one\.[\w-]{8}"$/);
  expect(headers).not.toHaveProperty('content-encoding');
});

test('F1, F4: a page shows content with a type of the list, by whatever name, and never another type', async () => {
  const { status, headers, text } = await ask('picture', { Range: 'bytes=2-5' });
  expect([status, text]).toEqual([206, 'cdef']);
  expect(headers).toMatchObject({
    ...SAFE,
    'content-type': 'image/png',
    'content-disposition': expect.stringMatching(/^inline; filename=/) as string,
    'cross-origin-resource-policy': 'same-origin',
  });
  const { headers: download } = await ask('same-picture', { 'If-None-Match': headers.etag ?? '' });
  expect(download).toMatchObject({ 'content-type': FILE['content-type'] });
  expect(download.etag).not.toBe(headers.etag);
  expect((await ask('markup')).status).toBe(500);
});

test('F4, F5: HEAD has the same headers, with a range as well, and opens nothing', async () => {
  const { headers: whole } = await ask('letters');
  for (const range of [{}, { Range: 'bytes=2-5' }, { Range: 'bytes=10-' }]) {
    const { status, headers, text } = await ask('letters', range, 'HEAD');
    const same = { ...whole, date: headers.date, 'x-request-id': headers['x-request-id'] };
    expect([status, text, opened, headers]).toEqual([200, '', [], same]);
  }
});

test('F4, F5: a range is a part with its place, and only that part is read', async () => {
  for (const [range, text, place] of [
    ['bytes=2-5', 'cdef', { start: 2, end: 5 }],
    ['bytes=-1', 'j', { start: 9, end: 9 }],
  ] as const) {
    const answer = await ask('letters', { Range: range, 'Accept-Encoding': 'gzip' });
    expect([answer.status, answer.text, opened]).toEqual([206, text, [place]]);
    const contentRange = `bytes ${place.start}-${place.end}/10`;
    const length = String(text.length);
    expect(answer.headers).toMatchObject({ ...FILE, 'content-length': length, 'content-range': contentRange });
  }
});

test('a range beyond the end is told the size, and reads nothing', async () => {
  const { status, headers, text } = await ask('letters', { Range: 'bytes=10-' });
  expect([status, text, opened]).toEqual([416, '', []]);
  expect(headers).toMatchObject({ ...SAFE, 'content-range': 'bytes */10', 'content-length': '0' });
  expect((await ask('nothing', { Range: 'bytes=0-' })).headers).toMatchObject({ ...SAFE, 'content-length': '0' });
});

test('F4: a browser that has the content gets no bytes, and keeps no other policy for what it has (RFC 9111 §3.2)', async () => {
  const { etag = '' } = (await ask('letters')).headers;
  for (const condition of [{ 'If-None-Match': etag }, { 'If-Modified-Since': FILE['last-modified'] }]) {
    for (const method of ['GET', 'HEAD']) {
      const { status, headers, text } = await ask('letters', condition, method);
      expect([status, text, opened]).toEqual([304, '', []]);
      expect(headers).toMatchObject({ ...SAFE, etag, 'last-modified': FILE['last-modified'] });
      expect(headers).not.toHaveProperty('content-type');
    }
  }
  expect((await ask('letters', { 'If-Match': '"other"' })).status).toBe(412);
  expect(opened).toEqual([]);
});

test('a download goes on only in the same content of the same name', async () => {
  const { etag = '' } = (await ask('letters')).headers;
  const goOn = async (path: string): Promise<number> =>
    (await ask(path, { Range: 'bytes=5-', 'If-Range': etag })).status;
  expect([await goOn('letters'), await goOn('changed'), await goOn('renamed')]).toEqual([206, 200, 200]);
  // A content with another name is sent anew: a browser keeps the name with its cached copy.
  expect((await ask('renamed', { 'If-None-Match': etag })).headers).toMatchObject({
    'content-disposition': 'attachment; filename=alphabet.txt',
  });
});

test('a change in the future is one of now (RFC 9110 §8.8.2.1)', async () => {
  const { headers } = await ask('future');
  expect(headers['last-modified']).toBe(web.clock.now().toUTCString());
});

test('T8: content that is not there is a 404 with the headers of a page', async () => {
  const before = troubles();
  const { status, headers, text } = await ask('gone');
  expect(text).toMatch(/Ce fichier est abîmé/);
  expect([status, headers['content-disposition'], headers['accept-ranges']]).toEqual([404, undefined, undefined]);
  expect(headers['content-type']).toMatch(/^text\/html/);
  expect(troubles()).toBe(before);
});

test.each(['deaf', 'short'])(
  'F16: a range with other bytes than it announces (%s) ends the connection',
  async (path) => {
    const before = troubles();
    await expect(ask(path, { Range: 'bytes=2-5' })).rejects.toThrow(/socket hang up|aborted/);
    expect(troubles()).toBe(before + 1);
    expect(web.host.troubles.of('shelf')?.last.sentence).toMatch(/length/);
  },
);

test.each([
  ['no-open', /without "open"/],
  ['no-stream', /GET \/no-stream of shelf opened no stream/],
  ['no-etag', /the etag ""/],
  ['odd-etag', /the etag "a"/],
  ['no-date', /was changed at Invalid Date/],
  ['no-name', /content called undefined/],
])('P11: content of a careless brick (%s) is a 500 and an error of the brick', async (path, sentence) => {
  const before = troubles();
  const { status, headers } = await ask(path);
  expect([status, headers['content-disposition'], headers['set-cookie']]).toEqual([500, undefined, undefined]);
  expect(troubles()).toBe(before + 1);
  expect(web.host.troubles.of('shelf')?.last.sentence).toMatch(sentence);
});

test('P11: a client that leaves while content is opened leaves no stream open, which is no error of the brick', async () => {
  const before = troubles();
  const asking = httpRequest({ port: web.port, host: '127.0.0.1', path: at('late'), headers: { Cookie } }).end();
  asking.on('error', () => undefined);
  await once(steps, 'asked');
  asking.destroy();
  await web.send('/health/live');
  const closed = once(steps, 'closed');
  steps.emit('left');
  await closed;
  expect([lateSource.destroyed, troubles()]).toEqual([true, before]);
});
