// SPDX-License-Identifier: EUPL-1.2
import { EventEmitter, once } from 'node:events';
import { request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { Readable } from 'node:stream';
import { text as textOf } from 'node:stream/consumers';
import { defineBrick } from '../../../api/brick.js';
import { StorageFullError, TooLargeError } from '../../../api/errors.js';
import { content } from '../../../api/content.js';
import { json } from '../../../api/http.js';
import { SCHOOL } from '../../../testing/sample-directory.js';
import { CreateNotes1764028800000, moveNotes, NoteRow } from '../../infra/database/notes-for-tests.js';
import { currentBrick } from '../../infra/util/brick-scope.js';
import type { Troubles } from '../../infra/util/brick-error-log.js';
import { bootWebHost, type Answer } from '../../app/host-for-tests.js';
import { replyBrick } from '../reply-brick-for-tests.js';

/** The brick that was current in each listener call. */
let seen: (string | undefined)[] = [];
/** Reports events in the brick: `thrown`, `asked` of a download, `first` and `hundred` pieces of it. */
const doing = new EventEmitter();
const fault = (what: string) => (): never => {
  seen.push(currentBrick());
  doing.emit('thrown');
  throw new Error(what);
};
const CHUNK = Buffer.alloc(64 * 1024);
const CHUNKS = 10_000;
let made = 0;
let source = new Readable();
/** The fields of `content` besides size and stream. */
const FILE = { name: 'file.bin', etag: 'first', modifiedAt: new Date(0) };

async function* endless(): AsyncGenerator<Buffer> {
  for (; made < CHUNKS; made += 1) {
    seen.push(currentBrick());
    if (made === 0) doing.emit('first');
    if (made === 100) doing.emit('hundred');
    yield CHUNK;
  }
}

const ears = defineBrick({ ...replyBrick.manifest, id: 'ears' }, ({ http }) => {
  for (const event of ['data', 'end', 'close']) {
    http.post(`/${event}`, { access: 'read', upload: { maxFiles: 2 } }, async ({ files }) => {
      for await (const file of files) {
        file.content.on(event, fault(`torn at ${event}`)).resume();
        await new Promise(() => undefined);
      }
      return json({});
    });
  }
  http.post('/refuses', { access: 'read', upload: { maxFiles: 1 } }, async ({ files }) => {
    for await (const file of files) {
      file.content.on('data', () => {
        throw new TooLargeError('No more than a word.');
      });
      await once(file.content, 'end');
    }
    return json({});
  });
  http.post('/broken-off', { access: 'read', upload: { maxFiles: 1 } }, async ({ files }) => {
    for await (const file of files) {
      file.content.on('error', fault('torn at error'));
      await new Promise(() => undefined);
    }
    return json({});
  });
  http.post('/reads', { access: 'read', upload: { maxFiles: 2 } }, async ({ files }) => {
    for await (const file of files) await textOf(file.content);
    return json({});
  });
  http.post('/stores', { access: 'read', upload: { maxFiles: 2 } }, async ({ files, storage }) => {
    for await (const { content } of files) await storage.store(content, { maxBytes: 100 });
    return json({});
  });
  http.post('/after', { access: 'read', upload: { maxFiles: 1 } }, async ({ files }) => {
    for await (const file of files) {
      file.content.on('close', fault('torn after the answer')).resume();
      return json({});
    }
    return json({});
  });
  http.get('/down', { access: 'read' }, () => {
    source = Readable.from(endless(), { objectMode: false }).on('close', fault('torn at the end'));
    return content({ ...FILE, bytes: CHUNKS * CHUNK.length, open: () => source });
  });
  http.get('/silent', { access: 'read' }, () => {
    source = new Readable({
      read: () => void doing.emit('asked'),
      destroy(error, done) {
        seen.push(currentBrick());
        done(error);
      },
    }).on('close', fault('torn in silence'));
    return content({ ...FILE, bytes: 1, open: () => source });
  });
  http.get('/down-data', { access: 'read' }, () => {
    source = Readable.from(['beginning', 'end']).on('data', fault('torn at data'));
    return content({ ...FILE, bytes: 12, open: () => source });
  });
});

/** A brick that keeps files. */
const notes = defineBrick(
  {
    ...replyBrick.manifest,
    id: 'notes',
    entities: [NoteRow],
    migrations: [CreateNotes1764028800000],
    personalData: { none: 'summary' },
    storedKeys: [{ entity: NoteRow, column: 'text' }],
  },
  ({ http, moveGroup }) => {
    moveGroup(moveNotes);
    http.post('/', { access: 'read', upload: { maxFiles: 2 } }, async ({ files, storage }) => {
      for await (const { content } of files) await storage.store(content, { maxBytes: 100 });
      return json({});
    });
  },
);

const slow = defineBrick({ ...replyBrick.manifest, id: 'slow' }, ({ http }) => {
  http.get('/', { access: 'read' }, async () => {
    await once(doing, 'first');
    return json({});
  });
});

const web = await bootWebHost({ bricks: [ears, notes, slow] });
const Cookie = await web.cookieOf('teacher');
afterAll(() => web.stop());
beforeEach(() => {
  seen = [];
  made = 0;
});

const at = (path: string): string => `/s/${SCHOOL}/ears${path}`;
const troubles = (): Troubles | undefined => web.host.troubles.of('ears');
const FORM = { 'Sec-Fetch-Site': 'same-origin', 'Content-Type': 'multipart/form-data; boundary=b' };
const BEGINNING = '--b\r\nContent-Disposition: form-data; name="files"; filename="a.txt"\r\n\r\n';

function send(path: string, text = 'some words'): Promise<Answer> {
  const headers = { Cookie, Accept: 'application/json', ...FORM };
  return web.send(at(path), { method: 'POST', headers, body: `${BEGINNING}${text}\r\n--b--\r\n` });
}

test.each(['data', 'end', 'close'])(
  'P11: an error in a %s listener of an upload is the brick’s and ends the request, even one that waits for ever',
  async (event) => {
    const before = troubles()?.count ?? 0;
    const { status, text, headers } = await send(`/${event}`);
    expect([status, JSON.parse(text)]).toMatchObject([500, { error: { kind: 'unexpected' } }]);
    expect(seen[0]).toBe('ears');
    expect(troubles()).toMatchObject({ count: before + 1, last: { sentence: `torn at ${event}` } });
    const reported = web.lines.filter(
      ({ level, fields }) => level === 'error' && fields['reference'] === headers['x-request-id'],
    );
    expect(reported).toMatchObject([{ brick: 'ears', fields: { path: at(`/${event}`), method: 'POST' } }]);
  },
);

test('P11: the answer reaches a client that has much left to send', async () => {
  expect((await send('/data', 'x'.repeat(5_000_000))).status).toBe(500);
});

test('a listener may refuse the upload of a visitor: this is not recorded as an error of the brick', async () => {
  const before = troubles();
  expect((await send('/refuses')).status).toBe(413);
  expect(troubles()).toEqual(before);
});

test('F15, P11: a truncated form is a 400, and not recorded as an error of the brick that reads it', async () => {
  const before = troubles();
  const headers = { Cookie, Accept: 'application/json', ...FORM };
  const { status, text } = await web.send(at('/reads'), { method: 'POST', headers, body: `${BEGINNING}words` });
  expect([status, JSON.parse(text)]).toMatchObject([
    400,
    { error: { message: 'The form cannot be read to its end.', remedy: 'Send it again.' } },
  ]);
  expect(troubles()).toEqual(before);
});

test('F15, P11: a full disk has a page of its own and one line in the log, and is not recorded as an error of the brick', async () => {
  const { storage } = web.host;
  const forSchool = storage.forSchool.bind(storage);
  storage.forSchool = (...of) => ({
    ...forSchool(...of),
    store: () => Promise.reject(new StorageFullError('No room is left in /files.', { remedy: 'Make room.' })),
  });
  const body = `${BEGINNING}words\r\n--b--\r\n`;
  const answer = await web.send(`/s/${SCHOOL}/notes/`, { method: 'POST', headers: { Cookie, ...FORM }, body });
  storage.forSchool = forSchool;
  expect(answer.status).toBe(503);
  expect(answer.text).toContain('Il n’y a plus de place');
  expect(web.host.troubles.of('notes')).toBeUndefined();
  const reported = web.lines.filter(
    ({ level, fields }) => level !== 'info' && fields['reference'] === answer.headers['x-request-id'],
  );
  const reason = 'No room is left in /files. Make room.';
  expect(reported).toMatchObject([{ level: 'error', sentence: 'a disk is full', fields: { reason } }]);
  expect(reported[0]).not.toHaveProperty('brick');
});

test('F15: a brick that does not say which columns name its files cannot store any', async () => {
  expect((await send('/stores')).status).toBe(500);
  expect(troubles()?.last.sentence).toMatch(/^ears cannot store files: .* manifest\.storedKeys\.$/);
});

test('P11: an error that a listener throws after the answer is recorded, and logged once', async () => {
  const thrown = once(doing, 'thrown');
  expect((await send('/after')).status).toBe(200);
  await thrown;
  expect(troubles()?.last.sentence).toBe('torn after the answer');
  expect(web.lines.filter(({ fields }) => String(fields['err']) === 'Error: torn after the answer')).toMatchObject([
    { level: 'error', brick: 'ears' },
  ]);
});

test('P11, F15: an aborted connection runs the listeners of an upload as the brick’s', async () => {
  const headers = { Cookie, ...FORM, 'Content-Length': 9_999 };
  const sending = httpRequest({ port: web.port, host: '127.0.0.1', method: 'POST', path: at('/broken-off'), headers });
  sending.on('error', () => undefined);
  const thrown = once(doing, 'thrown');
  sending.write(`${BEGINNING}beginning`, () => sending.destroy());
  await thrown;
  expect(troubles()?.last.sentence).toBe('torn at error');
  expect(seen).toEqual(['ears']);
});

test('P11: a download runs as the brick’s to its end, also when the client leaves in the middle', async () => {
  const asking = httpRequest({ port: web.port, host: '127.0.0.1', path: at('/down'), headers: { Cookie } }).end();
  asking.on('response', (response) => response.resume());
  asking.on('error', () => undefined);
  const thrown = once(doing, 'thrown');
  await once(doing, 'hundred');
  asking.destroy();
  await thrown;
  expect(troubles()?.last.sentence).toBe('torn at the end');
  expect(new Set(seen)).toEqual(new Set(['ears']));
  expect(made).toBeLessThan(CHUNKS);
});

test('P11: a download that waits for the answer of another brick, on the same connection, stays its own', async () => {
  const socket = connect(web.port, '127.0.0.1').resume();
  const hundred = once(doing, 'hundred');
  const ask = (path: string): string => `GET /s/${SCHOOL}${path} HTTP/1.1\r\nHost: x\r\nCookie: ${Cookie}\r\n\r\n`;
  socket.write(ask('/slow/') + ask('/ears/down'));
  await hundred;
  const thrown = once(doing, 'thrown');
  socket.destroy();
  await thrown;
  expect(new Set(seen)).toEqual(new Set(['ears']));
});

test('P11: a client that leaves during a silent download leaves no stream open', async () => {
  const asking = httpRequest({ port: web.port, host: '127.0.0.1', path: at('/silent'), headers: { Cookie } }).end();
  asking.on('error', () => undefined);
  const thrown = once(doing, 'thrown');
  await once(doing, 'asked');
  asking.destroy();
  await thrown;
  expect(troubles()?.last.sentence).toBe('torn in silence');
  expect(seen).toEqual(['ears', 'ears']);
});

test('P11: a listener at data of a download cuts it short', async () => {
  await expect(web.send(at('/down-data'), { headers: { Cookie } })).rejects.toThrow(/socket hang up|aborted/);
  expect(troubles()?.last.sentence).toBe('torn at data');
  expect(source.destroyed).toBe(true);
});
