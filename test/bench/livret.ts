// SPDX-License-Identifier: EUPL-1.2
import process from 'node:process';
import { parseArgs } from 'node:util';
import { createDatabase, serviceAvailability, startMariadb } from '../services/index.js';
import { openLivretPlace } from './livret/livret-place.js';
import { benchRequests, PARTS, REQUESTS, type Extent } from './livret/parts.js';
import { LimitReport } from './measure/limit-report.js';
import { howBusy } from './shared/how-busy.js';

/** Writes, reads and hands over livrets on both databases. The exit code is 1 when a limit does not hold. */
export async function benchLivret(words: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...words],
    options: {
      only: { type: 'string', default: '' },
      database: { type: 'string', default: '' },
      rounds: { type: 'string', default: '5' },
      requests: { type: 'string', default: '60' },
      seconds: { type: 'string', default: '30' },
      // A folder: Node.js writes a CPU profile of the server there.
      'cpu-prof': { type: 'string', default: '' },
    },
  });
  const { only } = values;
  const [rounds, requests, seconds] = [Number(values.rounds), Number(values.requests), Number(values.seconds)];
  const names = [...REQUESTS, ...PARTS.keys()];
  if (only !== '' && !names.includes(only))
    throw new Error(`There is no part "${only}"; name one of ${names.join(', ')}.`);
  const profile = values['cpu-prof'];
  const execArgv = profile === '' ? [] : ['--cpu-prof', `--cpu-prof-dir=${profile}`];
  const isMeant = (database: string): boolean => values.database === '' || values.database === database;
  const report = new LimitReport();
  const run = (name: string, databaseUrl?: string): Promise<void> =>
    benchOn({ name, databaseUrl, execArgv }, { only, rounds, requests, seconds }, report);
  report.say(howBusy());
  if (isMeant('sqlite')) await run('SQLite');
  if (isMeant('mariadb')) await benchMariadb(run, report);
  report.say(howBusy());
  report.say(report.broken === 0 ? 'Every limit holds.' : `${report.broken} limits do NOT hold.`);
  if (report.broken > 0) process.exitCode = 1;
}

async function benchMariadb(
  run: (name: string, databaseUrl: string) => Promise<void>,
  report: LimitReport,
): Promise<void> {
  if (!serviceAvailability().mariadb) return report.say('MariaDB left out: sudo test/services/install.sh');
  const server = await startMariadb();
  try {
    await run('MariaDB', await createDatabase(server, 'bench'));
  } finally {
    await server.stop();
  }
}

interface On {
  readonly name: string;
  readonly databaseUrl: string | undefined;
  readonly execArgv: readonly string[];
}

async function benchOn({ name, databaseUrl, execArgv }: On, extent: Extent, report: LimitReport): Promise<void> {
  const { only, rounds, requests } = extent;
  const place = await openLivretPlace(databaseUrl, execArgv);
  try {
    report.say(
      `\n${name}; medians of ${rounds} rounds, ${requests} requests each. × is to a page that asks for nothing.`,
    );
    if (only === '' || REQUESTS.includes(only)) await benchRequests(place, extent, report);
    for (const [part, bench] of PARTS) if (only === '' || only === part) await bench(place, extent, report);
  } finally {
    await place.stop();
  }
}
