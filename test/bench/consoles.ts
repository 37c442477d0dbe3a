// SPDX-License-Identifier: EUPL-1.2
import process, { cpuUsage } from 'node:process';
import { consolePages, FLOOR, LIMIT } from './consoles/console-pages.js';
import { openLargePlatform } from './consoles/large-platform.js';
import { type Measure, latencyOf, medianOf } from './measure/percentiles.js';
import { timeRequests, type TimedPage } from './measure/time-requests.js';
import { benchOptions } from './shared/bench-options.js';
import { onDatabases } from './shared/on-databases.js';
import { say } from './shared/say.js';

/** The number of requests that are not counted: the others meet compiled code and warm caches. */
const WARM_UP = 10;

const SIZE = { schools: 2_000, auditLines: 200_000, syncRuns: 500 };

/** Limit for 19 of 20 console requests, in milliseconds. */
const PROMISE = 100;

/** Fills a platform of 2,000 schools, requests each console page, and prints the times beside the baseline. */
export async function benchConsoles(words: readonly string[]): Promise<void> {
  const { requests, rounds, page } = benchOptions(words, { requests: '200', rounds: '5', page: '' });
  const order = { requests: Number(requests), rounds: Number(rounds), page };
  await onDatabases((name, databaseUrl) => benchOn(name, order, databaseUrl), { pool: '512M' });
}

/** The pages to measure: those with `page` in their name, and the baseline. */
interface Order extends Extent {
  readonly page: string;
}

async function benchOn(database: string, order: Order, databaseUrl?: string): Promise<void> {
  const platform = await openLargePlatform(SIZE, databaseUrl);
  try {
    say(`\n${database}: ${SIZE.schools} schools, filled in ${platform.filling.toFixed(0)} s.`);
    say(`${order.requests} requests, one after the other, median of ${order.rounds} rounds; × is to ${FLOOR}.\n`);
    const pages = consolePages(platform).filter(
      ({ name }) => [LIMIT, FLOOR].includes(name) || name.includes(order.page),
    );
    report(await measurePages(platform.url, pages, order));
  } finally {
    await platform.stop();
  }
}

function report(measured: ReadonlyMap<string, Measure>): void {
  const floor = measured.get(FLOOR)?.p50 ?? NaN;
  say(line('', ['p50', 'p95', 'max', 'cpu', '×p50', '×p95']));
  for (const [name, { p50, p95, max, cpu }] of measured) {
    const times = [p50, p95].map((figure) => (figure / floor).toFixed(1));
    say(line(name, [...[p50, p95, max, cpu].map((figure) => `${figure.toFixed(1)} ms`), ...times]) + verdictOn(p95));
  }
  const late = [...measured].filter(([name, { p95 }]) => name !== LIMIT && p95 >= PROMISE);
  say(late.length === 0 ? `\np95 < ${PROMISE} ms holds on every page.` : `\np95 < ${PROMISE} ms does NOT hold on:`);
  for (const [name] of late) say(`  ${name}`);
  if (late.length > 0) process.exitCode = 1;
}

function verdictOn(p95: number): string {
  return p95 < PROMISE ? '' : '  over';
}

function line(name: string, figures: readonly string[]): string {
  return name.padEnd(32) + figures.map((figure) => figure.padStart(10)).join('');
}

interface Extent {
  /** The number of requests of each page in each round. */
  readonly requests: number;
  readonly rounds: number;
}

/** Measures every page in each round, so that a disturbance affects all of them alike. */
async function measurePages(
  url: string,
  pages: readonly TimedPage[],
  { requests, rounds }: Extent,
): Promise<Map<string, Measure>> {
  const measured = new Map<string, Measure[]>(pages.map(({ name }) => [name, []]));
  for (const page of pages) await timeRequests(url, page, WARM_UP);
  for (let round = 0; round < rounds; round += 1) {
    for (const page of pages) {
      const before = cpuUsage();
      const latency = latencyOf(await timeRequests(url, page, requests));
      const { user, system } = cpuUsage(before);
      measured.get(page.name)?.push({ ...latency, cpu: (user + system) / 1000 / requests });
    }
  }
  return new Map([...measured].map(([name, measures]) => [name, medianOf(measures)]));
}
