// SPDX-License-Identifier: EUPL-1.2
import { middleOf, rank, sorted } from '../measure/percentiles.js';
import type { BenchPlace } from './bench-place.js';
import type { LargeSchool } from './large-school.js';
import { openLivePage, type LivePage } from './live-page.js';
import type { Memory, Published } from './message-server.js';

export interface LiveTaken {
  /** Milliseconds after the commit, for 99 of 100 pages. */
  readonly p99: number;
  /** kB of memory of the server for each open page. */
  readonly kilobytes: number;
}

/** The number of streams that are opened at once. */
const AT_ONCE = 50;

/** Opens the pages of pupils, and sends them a message. */
export async function measureLive(
  place: BenchPlace,
  school: LargeSchool,
  { pages: count, rounds }: { readonly pages: number; readonly rounds: number },
): Promise<LiveTaken> {
  const personIds = school.pupilIds.slice(0, count);
  const cookies = await place.cookiesOf(personIds);
  const head = await place.visitor(school.headId);
  const before = await place.ask<Memory>({ kind: 'memory' });
  const pages: LivePage[] = [];
  try {
    for (let start = 0; start < count; start += AT_ONCE) {
      const some = cookies.slice(start, start + AT_ONCE);
      pages.push(...(await Promise.all(some.map((cookie) => openLivePage(place.url, cookie)))));
    }
    const { bytes } = await place.ask<Memory>({ kind: 'memory' });
    const p99s: number[] = [];
    for (let round = 0; round <= rounds; round += 1) {
      await place.ask<Published>({ kind: 'published' });
      const told = Promise.all(pages.map((page) => page.nextChange()));
      const message = { subject: 'Sortie', body: 'Bonjour.', toEveryone: 'pupil' };
      await head.form(`/s/${school.uai}/messaging/write`, Object.entries(message));
      const instants = await told;
      const { commits } = await place.ask<Published>({ kind: 'published' });
      const committed = new Map(commits.flatMap(({ at, personIds: ids }) => ids.map((id) => [id, at] as const)));
      const late = personIds.map((id, index) => (instants[index] ?? NaN) - (committed.get(id) ?? NaN));
      if (round > 0) p99s.push(rank(sorted(late), 0.99));
    }
    return { p99: middleOf(p99s), kilobytes: (bytes - before.bytes) / 1000 / count };
  } finally {
    for (const page of pages) page.close();
    head.close();
  }
}
