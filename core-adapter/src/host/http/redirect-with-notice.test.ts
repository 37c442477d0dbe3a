// SPDX-License-Identifier: EUPL-1.2
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setImmediate } from 'node:timers/promises';
import express, { type Response } from 'express';
import session from 'express-session';
import { redirectWithNotice } from './redirect-with-notice.js';

/** Saves a session only after it has looked whether the response has begun. */
class SlowStore extends session.MemoryStore {
  response: Response | undefined;
  readonly begunBefore: boolean[] = [];

  override set(sid: string, data: session.SessionData, callback?: (error?: unknown) => void): void {
    void setImmediate().then(() => {
      this.begunBefore.push(this.response?.headersSent ?? false);
      super.set(sid, data, callback);
    });
  }
}

const store = new SlowStore();
const app = express();
app.use(session({ secret: 'only for this test', store, resave: false, saveUninitialized: false }));
app.post('/', (request, response) => {
  store.response = response;
  return redirectWithNotice(request, response, '/next', 'It is done.');
});
app.get('/next', (request, response) => void response.send(request.session.notice));

const server = createServer(app);
let base = '';
beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

test('a slow database takes no notice away: the session is saved before the redirect begins', async () => {
  const answer = await fetch(base, { method: 'POST', redirect: 'manual' });
  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/next']);
  expect(store.begunBefore).toEqual([false]);
  const Cookie = (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  expect(await (await fetch(`${base}/next`, { headers: { Cookie } })).text()).toBe('It is done.');
});
