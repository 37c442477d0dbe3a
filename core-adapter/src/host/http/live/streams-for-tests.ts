// SPDX-License-Identifier: EUPL-1.2
import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { sign } from 'cookie-signature';
import type { TestHost } from '../../../testing/start-test-host.js';
import { TEST_SECRET } from '../../../testing/test-settings.js';
import { newId } from '../../infra/database/new-id.js';

/** A live stream, as a browser reads it. */
export interface TestStream {
  readonly message: IncomingMessage;
  /** The received text, once it contains this one. */
  until(text: string): Promise<string>;
  /** Settles when the stream ends, in order or not. */
  readonly closed: Promise<unknown>;
}

export async function cookieFor({ host }: TestHost, personId: string): Promise<string> {
  const sid = newId();
  await host.sessions.open(sid, personId, `ST-${sid}`);
  return `volee_session=${encodeURIComponent(`s:${sign(sid, TEST_SECRET)}`)}`;
}

export async function openStream({ url }: TestHost, Cookie: string, since: string): Promise<TestStream> {
  const headers = { Cookie, Accept: 'text/event-stream', 'Accept-Encoding': 'gzip' };
  const request = get(`${url}/live?since=${since}`, { headers, agent: false });
  const [message] = (await once(request, 'response')) as [IncomingMessage];
  // A connection that is cut is an `error` as well.
  message.setEncoding('utf8').on('error', () => undefined);
  const closed = new Promise((resolve) => message.once('close', resolve));
  let received = '';
  message.on('data', (text: string) => (received += text));
  return {
    message,
    closed,
    async until(text) {
      while (!received.includes(text)) await once(message, 'data');
      return received;
    },
  };
}
