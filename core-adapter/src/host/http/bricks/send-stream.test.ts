// SPDX-License-Identifier: EUPL-1.2
import { EventEmitter, once } from 'node:events';
import { request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { Readable } from 'node:stream';
import { defineBrick } from '../../../api/brick.js';
import { stream } from '../../../api/content.js';
import { ConflictError } from '../../../api/errors.js';
import { SCHOOL } from '../../../testing/sample-directory.js';
import { bootWebHost } from '../../app/host-for-tests.js';
import { replyBrick } from '../reply-brick-for-tests.js';

/** Tells of `opening`, `aborted` and `closed` in the brick, and the brick of `begun`. */
const steps = new EventEmitter();
let openedTimes = 0;

/** A stream of two pieces, and then the one that `last` gives; with undefined, nothing more ever comes. */
function zip(signal: AbortSignal, last: () => Promise<string | undefined>): Readable {
  openedTimes += 1;
  signal.addEventListener('abort', () => steps.emit('aborted'));
  const made = new Readable({ read: () => undefined });
  made.on('close', () => steps.emit('closed'));
  made.push('PK one ');
  made.push('PK two ');
  void last().then(
    (text) => {
      if (text === undefined) return;
      made.push(text);
      made.push(null);
    },
    (error: unknown) => made.destroy(error as Error),
  );
  return made;
}

async function fails(): Promise<never> {
  await once(steps, 'begun');
  throw new Error('the third file is damaged');
}

const zips = defineBrick({ ...replyBrick.manifest, id: 'zips' }, ({ http }) => {
  http.get('/whole', { access: 'read' }, () =>
    stream('CM1 é.zip', (signal) => zip(signal, () => Promise.resolve('end'))),
  );
  http.get('/broken', { access: 'read' }, () => stream('CM1.zip', (signal) => zip(signal, fails)));
  http.get('/waits', { access: 'read' }, () =>
    stream('CM1.zip', (signal) => zip(signal, () => Promise.resolve(undefined))),
  );
  http.get('/refuses', { access: 'read' }, () =>
    stream('CM1.zip', () => Promise.reject(new ConflictError('There is no work yet.'))),
  );
  http.get('/opens-for-ever', { access: 'read' }, () =>
    stream('CM1.zip', async (signal) => {
      steps.emit('opening');
      await once(signal, 'abort');
      steps.emit('aborted');
      signal.throwIfAborted();
      return Readable.from([]);
    }),
  );
  http.get('/no-open', { access: 'read' }, () => stream('', undefined as unknown as () => Readable));
});

const web = await bootWebHost({ bricks: [zips] });
afterAll(() => web.stop());
const Cookie = await web.cookieOf('teacher');
const at = (path: string): string => `/s/${SCHOOL}/zips/${path}`;
const troubles = (): number => web.host.troubles.of('zips')?.count ?? 0;

test('F4, F5: a zip in the making leaves in chunks, as an attachment that nobody keeps or transforms', async () => {
  const headers = { Cookie, 'Accept-Encoding': 'gzip', Range: 'bytes=2-5' };
  const whole = await web.send(at('whole'), { headers });
  expect([whole.status, whole.text]).toEqual([200, 'PK one PK two end']);
  const expected = {
    'content-type': 'application/octet-stream',
    'content-security-policy': "sandbox; default-src 'none'",
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, no-store, no-transform',
    'content-disposition': expect.stringMatching(/^attachment; .*filename\*=UTF-8''CM1%20%C3%A9\.zip$/),
  };
  expect(whole.headers).toMatchObject({ ...expected, 'transfer-encoding': 'chunked' });
  expect(whole.headers).not.toHaveProperty('content-length');
  const before = openedTimes;
  const head = await web.send(at('whole'), { method: 'HEAD', headers });
  expect([head.status, head.text, openedTimes]).toEqual([200, '', before]);
  expect(head.headers).toMatchObject(expected);
  expect(head.headers).not.toHaveProperty('content-length');
});

/** The bytes that a client receives, and the error with which its connection ends. */
async function read(path: string, version: string): Promise<{ text: string; code: string | undefined }> {
  const socket = connect(web.port, '127.0.0.1');
  socket.write(`GET ${at(path)} HTTP/${version}\r\nHost: x\r\nCookie: ${Cookie}\r\nConnection: close\r\n\r\n`);
  let text = '';
  let code: string | undefined;
  socket.on('data', (piece) => {
    text += String(piece);
    if (text.includes('PK two')) steps.emit('begun');
  });
  socket.on('error', (error: NodeJS.ErrnoException) => ({ code } = error));
  await once(socket, 'close').catch(() => undefined);
  return { text, code };
}

test('F16: a zip that breaks in the middle never passes for a whole one: no last chunk, and a reset without chunks', async () => {
  const LAST = /\r\n0\r\n\r\n$/;
  expect((await read('whole', '1.1')).text).toMatch(LAST);
  expect(await read('whole', '1.0')).toMatchObject({ text: expect.stringMatching(/PK two end$/), code: undefined });
  const before = troubles();
  const broken = await read('broken', '1.1');
  expect(broken.text).not.toMatch(LAST);
  expect(broken.text).toMatch(/^HTTP\/1\.1 200/);
  expect((await read('broken', '1.0')).code).toBe('ECONNRESET');
  expect(troubles()).toBe(before + 2);
  expect(web.host.troubles.of('zips')?.last.sentence).toBe('the third file is damaged');
});

test('P11: a client that goes away aborts the signal and closes the stream, which is no error of the brick', async () => {
  const before = troubles();
  const asking = httpRequest({ port: web.port, host: '127.0.0.1', path: at('waits'), headers: { Cookie } }).end();
  asking.on('error', () => undefined);
  const [answer] = (await once(asking, 'response')) as [Readable];
  answer.on('error', () => undefined);
  await once(answer, 'data');
  const over = Promise.all([once(steps, 'aborted'), once(steps, 'closed')]);
  asking.destroy();
  await over;
  expect(troubles()).toBe(before);
});

test('P11: a client that goes away while the stream is opened aborts it, which is no error of the brick', async () => {
  const before = troubles();
  const opening = once(steps, 'opening');
  const path = at('opens-for-ever');
  const asking = httpRequest({ port: web.port, host: '127.0.0.1', path, headers: { Cookie } }).end();
  asking.on('error', () => undefined);
  await opening;
  const aborted = once(steps, 'aborted');
  asking.destroy();
  await aborted;
  await web.send('/health/live');
  expect(troubles()).toBe(before);
  expect(web.lines.filter(({ level, fields }) => level === 'error' && fields['path'] === path)).toEqual([]);
});

test('a stream that cannot be opened is answered with the page of its error', async () => {
  const { status, headers, text } = await web.send(at('refuses'), { headers: { Cookie } });
  expect([status, headers['content-disposition']]).toEqual([409, undefined]);
  expect(text).toContain('</html>');
  expect((await web.send(at('no-open'), { headers: { Cookie } })).status).toBe(500);
});
