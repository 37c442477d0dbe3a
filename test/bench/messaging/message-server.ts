// SPDX-License-Identifier: EUPL-1.2
// The host runs in a process of its own, so that the requests of the bench take none of its processor time.
import type { Host } from '@volee/core-adapter/host';
import messaging from '@volee/messaging';
import { cookieHeader } from '../../integration/session-cookie.js';
import { answerOrders } from '../login/helper-process.js';
import { bootBenchHost, clockFrom } from '../shared/boot-bench-host.js';
import { collectGarbage } from '../shared/collect-garbage.js';
import { fillMailbox, type FilledMailbox } from './fill-mailbox.js';
import { fillSchools, type LargeSchool } from './large-school.js';

export type ServerOrder =
  | { readonly kind: 'open'; readonly folder: string; readonly databaseUrl: string | undefined }
  | { readonly kind: 'sessions'; readonly personIds: readonly string[] }
  | { readonly kind: 'published' | 'memory' }
  | { readonly kind: 'fill'; readonly uai: string; readonly messages: number }
  | { readonly kind: 'relations'; readonly uai: string; readonly personIds: readonly string[] };

export interface Opened {
  readonly url: string;
  readonly schools: readonly LargeSchool[];
}

export interface Cookies {
  readonly cookies: readonly string[];
}

/** The commits since the last order that told people of something. */
export interface Published {
  readonly commits: readonly { readonly at: number; readonly personIds: readonly string[] }[];
}

export interface Memory {
  /** The memory of the process in bytes, without garbage. */
  readonly bytes: number;
}

export type { FilledMailbox };

export interface Relations {
  readonly milliseconds: number;
  /** Processor time in milliseconds. */
  readonly processor: number;
}

/** A Tuesday at 10 h in France: no quiet hours. */
const clock = clockFrom('2026-11-24T09:00:00Z');
let host: Host;
let commits: Published['commits'][number][] = [];

answerOrders(answer, () => host.stop());

async function answer(order: ServerOrder): Promise<object> {
  switch (order.kind) {
    case 'open':
      return open(order.folder, order.databaseUrl);
    case 'sessions': {
      const cookies: string[] = [];
      for (const personId of order.personIds) cookies.push(await cookieHeader(host, personId));
      return { cookies };
    }
    case 'published': {
      const published = { commits };
      commits = [];
      return published;
    }
    case 'memory':
      collectGarbage();
      return { bytes: process.memoryUsage().rss };
    case 'fill':
      return fillMailbox(host, order);
    case 'relations':
      return relations(order.uai, order.personIds);
  }
}

async function open(folder: string, databaseUrl: string | undefined): Promise<Opened> {
  host = await bootBenchHost({ folder, databaseUrl, bricks: [messaging], clock });
  const schools = await fillSchools(host);
  for (const { uai } of schools) await host.activations.enable(uai, 'messaging', 'cli');
  noteCommits(host);
  const { port } = await host.listen();
  host.startJobs();
  return { url: `http://127.0.0.1:${port}`, schools };
}

/** Notes when a transaction has committed that tells people of something. */
function noteCommits({ live }: Host): void {
  const publish = live.publish.bind(live);
  live.publish = (change, personIds) => {
    commits.push({ at: performance.timeOrigin + performance.now(), personIds });
    publish(change, personIds);
  };
}

async function relations(uai: string, personIds: readonly string[]): Promise<Relations> {
  const school = await host.directory.school(uai);
  if (!school) throw new Error(`There is no school ${uai}.`);
  const before = process.cpuUsage();
  const begun = performance.now();
  await host.directory.inSchool(school).relations(personIds);
  const milliseconds = performance.now() - begun;
  const { user, system } = process.cpuUsage(before);
  return { milliseconds, processor: (user + system) / 1000 };
}
