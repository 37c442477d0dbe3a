// SPDX-License-Identifier: EUPL-1.2
import { openLivretPlace } from './livret/livret-place.js';
import { benchRequests, PARTS, REQUESTS } from './livret/parts.js';
import { LimitReport } from './measure/limit-report.js';
import { benchOptions, profileIn, refuseUnknownPart } from './shared/bench-options.js';
import { howBusy } from './shared/how-busy.js';
import { onDatabases } from './shared/on-databases.js';

/** Writes, reads and hands over livrets on both databases. The exit code is 1 when a limit does not hold. */
export async function benchLivret(words: readonly string[]): Promise<void> {
  const defaults = { only: '', database: '', rounds: '5', requests: '60', seconds: '30', 'cpu-prof': '' };
  const { only, database, rounds, requests, seconds, 'cpu-prof': profile } = benchOptions(words, defaults);
  refuseUnknownPart(only, [...REQUESTS, ...PARTS.keys()]);
  const common = { only, rounds: Number(rounds), requests: Number(requests), seconds: Number(seconds) };
  const report = new LimitReport();
  report.say(howBusy());
  const run = async (name: string, databaseUrl?: string): Promise<void> => {
    const place = await openLivretPlace(databaseUrl, profileIn(profile));
    const extent = { ...common, isSqlite: databaseUrl === undefined };
    try {
      report.say(`\n${name}; medians of ${rounds} rounds, ${requests} requests each. × is to the floor page.`);
      if (only === '' || REQUESTS.includes(only)) await benchRequests(place, extent, report);
      for (const [part, bench] of PARTS) if (only === '' || only === part) await bench(place, extent, report);
    } finally {
      await place.stop();
    }
  };
  await onDatabases(run, { only: database });
  report.say(howBusy());
  report.conclude();
}
