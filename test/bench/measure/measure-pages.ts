// SPDX-License-Identifier: EUPL-1.2
import { cpuUsage } from 'node:process';
import { latencyOf, medianOf, type Measure } from './percentiles.js';
import { timeRequests, type TimedPage } from './time-requests.js';

export interface Extent {
  /** The number of requests of each page in each round. */
  readonly requests: number;
  readonly rounds: number;
}

/** The number of requests that are not counted: the others meet compiled code and warm caches. */
const WARM_UP = 10;

/** Measures every page in each round, so that a disturbance affects all of them alike. */
export async function measurePages(
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
