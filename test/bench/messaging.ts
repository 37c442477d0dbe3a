// SPDX-License-Identifier: EUPL-1.2
import { serviceAvailability, startDovecot, type DovecotServer } from '../services/index.js';
import { openPlace, type BenchPlace } from './messaging/bench-place.js';
import { benchLive, benchMailbox, benchRules, benchSending, type Extent } from './messaging/parts.js';
import { benchOptions, profileIn, refuseUnknownPart } from './shared/bench-options.js';
import { howBusy } from './shared/how-busy.js';
import { onDatabases } from './shared/on-databases.js';
import { say } from './shared/say.js';

type Part = (place: BenchPlace, extent: Extent, dovecot: DovecotServer | undefined) => Promise<readonly string[]>;

const PARTS: ReadonlyMap<string, Part> = new Map([
  ['rules', benchRules],
  ['sending', benchSending],
  ['live', benchLive],
  ['mailbox', benchMailbox],
]);

/** Measures sending messages, telling open pages and reading a large mailbox, on both databases and beside Dovecot. */
export async function benchMessaging(words: readonly string[]): Promise<void> {
  const defaults = { only: '', database: '', messages: '1000000', rounds: '5', 'cpu-prof': '' };
  const { only, database, messages, rounds, 'cpu-prof': profile } = benchOptions(words, defaults);
  refuseUnknownPart(only, [...PARTS.keys()]);
  const extent = { messages: Number(messages), rounds: Number(rounds) };
  const parts = [...PARTS].filter(([name]) => only === '' || name === only);
  const dovecot = serviceAvailability().dovecot ? await startDovecot() : undefined;
  if (!dovecot) say('Dovecot left out: sudo test/services/install.sh');
  say(howBusy());
  const run = async (name: string, databaseUrl?: string): Promise<void> => {
    const place = await openPlace(databaseUrl, profileIn(profile));
    try {
      say(`\n${name}; medians of ${extent.rounds} rounds.`);
      for (const [, part] of parts) for (const line of await part(place, extent, dovecot)) say(line);
    } finally {
      await place.stop();
    }
  };
  try {
    await onDatabases(run, { only: database, pool: '512M' });
    say(howBusy());
  } finally {
    await dovecot?.stop();
  }
}
