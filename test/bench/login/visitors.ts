// SPDX-License-Identifier: EUPL-1.2
// The visitors run in their own process, so that their processor time is not counted for the server.
import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import type { Socket } from 'node:net';
import { cpuUsage } from 'node:process';
import { setTimeout } from 'node:timers/promises';
import { answerOrders } from './helper-process.js';
import { read, send, virtualBrowser, type VirtualBrowser, type Visit } from './virtual-browser.js';

/** PEM of the SSO's certificate, the first page, the number of parallel browsers, and the total number of logins. */
export interface LoginsOrder {
  readonly kind: 'logins';
  readonly ca: string;
  readonly url: string;
  readonly browsers: number;
  readonly count: number;
  /** Number of logged-in users to report: the last ones. */
  readonly keep: number;
}

/** A page that is requested by each of these users in turn. */
export interface PagesOrder {
  readonly kind: 'pages';
  readonly visitors: readonly Pick<CameIn, 'url' | 'cookies'>[];
  readonly connections: number;
  readonly seconds: number;
  /** Requests per second, independent of earlier answers; when absent, each answer starts the next request. */
  readonly rate?: number;
}

/** The visitors' results. */
export interface Seen {
  /** The time of each login or page. With a rate, it starts at the scheduled moment, so that queueing counts. */
  readonly milliseconds: readonly number[];
  readonly seconds: number;
  /** Total in both directions, without TCP and lower layers. */
  readonly bytes: number;
  /** Processor time of the visitors' process, in seconds. */
  readonly cpu: number;
  /** The logged-in users who were requested by `keep`. */
  readonly cameIn: readonly CameIn[];
}

/** A browser after its login. */
export interface CameIn {
  readonly url: string;
  readonly cookies: string;
  readonly requests: number;
  /** The body before decompression, in base64. */
  readonly body: string;
  readonly encoding: string;
}

answerOrders((order: LoginsOrder | PagesOrder) => (order.kind === 'logins' ? logins(order) : pages(order)));

/** Each login uses a new browser; when one ends, the next begins. */
async function logins({ ca, url, browsers, count, keep }: LoginsOrder): Promise<Seen> {
  const sso = new HttpsAgent({ keepAlive: true, maxSockets: browsers, ca });
  const milliseconds: number[] = [];
  let bytes = 0;
  let left = count;
  const cameIn: CameIn[] = [];

  async function comeOneAfterTheOther(): Promise<void> {
    while (left > 0) {
      left -= 1;
      const sockets = new Set<Socket>();
      const browser = virtualBrowser(sso, (socket) => sockets.add(socket));
      const begun = performance.now();
      const visit = await browser.open(new URL(url));
      milliseconds.push(performance.now() - begun);
      bytes += bytesOf(sockets);
      if (left < keep) cameIn.push(describe(visit, browser));
      browser.close();
    }
  }

  const taken = await timed(() => Promise.all(Array.from({ length: browsers }, comeOneAfterTheOther)));
  sso.destroy();
  return { milliseconds, bytes, cameIn, ...taken };
}

function describe({ url, requests, body, headers }: Visit, { cookiesFor }: VirtualBrowser): CameIn {
  const page = { body: body.toString('base64'), encoding: headers['content-encoding'] ?? '' };
  return { url: url.href, cookies: cookiesFor(url.origin), requests, ...page };
}

async function pages({ visitors, connections, seconds, rate }: PagesOrder): Promise<Seen> {
  const agent = new HttpAgent({ keepAlive: true, maxSockets: connections });
  const sockets = new Set<Socket>();
  const milliseconds: number[] = [];
  const asked = visitors.map(({ url, cookies }) => ({ url: new URL(url), cookies }));
  let turn = 0;

  async function ask(due: number): Promise<void> {
    const visitor = asked[(turn += 1) % asked.length];
    if (!visitor) throw new Error('Nobody is there to ask.');
    const response = await send(visitor.url, agent, visitor.cookies);
    sockets.add(response.socket);
    await read(response);
    if (response.statusCode !== 200) throw new Error(`${visitor.url.href} answered ${response.statusCode}`);
    milliseconds.push(performance.now() - due);
  }

  const begun = performance.now();
  const end = begun + seconds * 1000;
  const taken = await timed(() =>
    rate === undefined ? closedLoop(ask, connections, end) : openLoop(ask, rate, begun, end),
  );
  const bytes = bytesOf(sockets);
  agent.destroy();
  return { milliseconds, bytes, cameIn: [], ...taken };
}

type Ask = (due: number) => Promise<void>;

async function closedLoop(ask: Ask, connections: number, end: number): Promise<void> {
  const askOneAfterTheOther = async (): Promise<void> => {
    while (performance.now() < end) await ask(performance.now());
  };
  await Promise.all(Array.from({ length: connections }, askOneAfterTheOther));
}

/** Requests arrive at random: the intervals have an exponential distribution, like those of independent users. */
async function openLoop(ask: Ask, rate: number, begun: number, end: number): Promise<void> {
  const underWay: Promise<void>[] = [];
  for (let due = begun; due < end; due -= (Math.log(1 - Math.random()) / rate) * 1000) {
    const wait = due - performance.now();
    if (wait > 1) await setTimeout(wait);
    // Timers are coarse: a request sent a moment early has not waited.
    underWay.push(ask(Math.min(due, performance.now())));
  }
  await Promise.all(underWay);
}

async function timed(work: () => Promise<unknown>): Promise<Pick<Seen, 'seconds' | 'cpu'>> {
  const before = cpuUsage();
  const begun = performance.now();
  await work();
  const seconds = (performance.now() - begun) / 1000;
  const { user, system } = cpuUsage(before);
  return { seconds, cpu: (user + system) / 1e6 };
}

function bytesOf(sockets: ReadonlySet<Socket>): number {
  return [...sockets].reduce((sum, { bytesRead, bytesWritten }) => sum + bytesRead + bytesWritten, 0);
}
