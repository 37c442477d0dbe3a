// SPDX-License-Identifier: EUPL-1.2
import { once } from 'node:events';
import { Agent, request, type IncomingMessage } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { gunzipSync } from 'node:zlib';

/** A measured page. */
export interface TimedPage {
  readonly name: string;
  /** The address of the n-th request, so that requests differ. */
  path(turn: number): string;
  /** The cookie of a session; absent for a visitor without a login. */
  readonly cookie?: string;
  /** Text that the page must contain; without it another page was measured. */
  readonly shows: RegExp;
}

/** Sends requests one after the other on one connection, and reads each answer to its last byte. @returns milliseconds of each */
export async function timeRequests(url: string, page: TimedPage, count: number): Promise<number[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const times: number[] = [];
  try {
    for (let turn = 0; turn < count; turn += 1) times.push(await timeOne(new URL(page.path(turn), url), page, agent));
  } finally {
    agent.destroy();
  }
  return times;
}

async function timeOne(url: URL, { name, cookie, shows }: TimedPage, agent: Agent): Promise<number> {
  const headers = { Accept: 'text/html', 'Accept-Encoding': 'gzip', ...(cookie !== undefined && { Cookie: cookie }) };
  const begun = performance.now();
  const sent = request(url, { agent, headers });
  sent.end();
  const [response] = (await once(sent, 'response')) as [IncomingMessage];
  const body = await buffer(response);
  const taken = performance.now() - begun;
  const text = (response.headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body).toString();
  if (response.statusCode !== 200 || !shows.test(text))
    throw new Error(`${name} (${url.pathname}${url.search}) answered ${response.statusCode}, without ${String(shows)}`);
  return taken;
}
