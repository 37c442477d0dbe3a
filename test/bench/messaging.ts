// SPDX-License-Identifier: EUPL-1.2
import { stdout } from 'node:process';
import { parseArgs } from 'node:util';
import {
  createDatabase,
  serviceAvailability,
  startDovecot,
  startMariadb,
  type DovecotServer,
  type Stoppable,
} from '../services/index.js';
import { openPlace, type BenchPlace } from './messaging/bench-place.js';
import { benchLive, benchMailbox, benchRules, benchSending, type Extent } from './messaging/parts.js';
import { howBusy } from './shared/how-busy.js';

/** Buffer pool of MariaDB. With the default of 128 MB, a million messages would be read from the disk again and again. */
const POOL = '512M';

type Part = (place: BenchPlace, extent: Extent, dovecot: DovecotServer | undefined) => Promise<readonly string[]>;

const PARTS: ReadonlyMap<string, Part> = new Map([
  ['rules', benchRules],
  ['sending', benchSending],
  ['live', benchLive],
  ['mailbox', benchMailbox],
]);

/** Measures sending messages, telling open pages and reading a large mailbox, on both databases and beside Dovecot. */
export async function benchMessaging(words: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...words],
    options: {
      only: { type: 'string', default: '' },
      database: { type: 'string', default: '' },
      messages: { type: 'string', default: '1000000' },
      rounds: { type: 'string', default: '5' },
      // A folder: Node.js writes a CPU profile of the server there.
      'cpu-prof': { type: 'string', default: '' },
    },
  });
  const started: Stoppable[] = [];
  const keep = <S extends Stoppable>(server: S): S => (started.unshift(server), server);
  const extent = { messages: Number(values.messages), rounds: Number(values.rounds) };
  const profile = values['cpu-prof'];
  const execArgv = profile === '' ? [] : ['--cpu-prof', `--cpu-prof-dir=${profile}`];
  const parts = [...PARTS].filter(([name]) => values.only === '' || name === values.only);
  if (parts.length === 0)
    throw new Error(`There is no part "${values.only}"; name one of ${[...PARTS.keys()].join(', ')}.`);
  const isMeant = (database: string): boolean => values.database === '' || values.database === database;
  try {
    const dovecot = serviceAvailability().dovecot ? keep(await startDovecot()) : undefined;
    if (!dovecot) say('Dovecot left out: sudo test/services/install.sh');
    say(howBusy());
    const run = async (name: string, databaseUrl?: string): Promise<void> => {
      const place = await openPlace(databaseUrl, execArgv);
      try {
        say(`\n${name}; medians of ${extent.rounds} rounds.`);
        for (const [, part] of parts) for (const line of await part(place, extent, dovecot)) say(line);
      } finally {
        await place.stop();
      }
    };
    if (isMeant('sqlite')) await run('SQLite');
    if (isMeant('mariadb')) {
      if (!serviceAvailability().mariadb) return say('MariaDB left out: sudo test/services/install.sh');
      const server = keep(await startMariadb({ options: [`--innodb-buffer-pool-size=${POOL}`] }));
      await run(`MariaDB with a buffer pool of ${POOL}`, await createDatabase(server, 'bench'));
    }
    say(howBusy());
  } finally {
    for (const server of started) await server.stop();
  }
}

function say(text: string): void {
  stdout.write(`${text}\n`);
}
