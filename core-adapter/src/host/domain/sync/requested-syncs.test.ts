// SPDX-License-Identifier: EUPL-1.2
import { createLog } from '../../infra/util/create-log.js';
import { RequestedSyncs } from './requested-syncs.js';
import type { SyncRun } from './runs/sync-runs.js';
import { sourceOf } from './testing/records-for-tests.js';

const [scribe, other] = [sourceOf([], 'scribe'), sourceOf([], 'other')];

/** Syncs that last until they are ended. */
function openSyncs(): { requested: RequestedSyncs; begun: string[]; end: () => void } {
  const begun: string[] = [];
  const ends: (() => void)[] = [];
  const sync = {
    run: ({ name }: { readonly name: string }): Promise<SyncRun> => {
      begun.push(name);
      return new Promise((_resolve, reject) => ends.push(() => reject(new Error('refused'))));
    },
  };
  const requested = new RequestedSyncs({ sync, log: createLog('silent').child('host') });
  return { requested, begun, end: () => ends.shift()?.() };
}

test('the same reason asks once, also when the sync was refused', async () => {
  const { requested, begun, end } = openSyncs();
  requested.ask(scribe, 'ana');
  requested.ask(scribe, 'ana');
  end();
  await requested.settled();
  requested.ask(scribe, 'ana');
  expect(begun).toEqual(['scribe']);
});

test('reasons that come while a source is read are followed by one more sync of it', async () => {
  const { requested, begun, end } = openSyncs();
  requested.ask(scribe, 'ana');
  requested.ask(other, 'ana');
  requested.ask(scribe, 'ben');
  requested.ask(scribe, 'eva');
  for (let ended = 0; ended < 3; ended += 1) {
    end();
    await new Promise(setImmediate);
  }
  await requested.settled();
  expect(begun).toEqual(['scribe', 'other', 'scribe']);
});

test('no sync follows when the host stops', async () => {
  const { requested, begun, end } = openSyncs();
  requested.ask(scribe, 'ana');
  requested.ask(scribe, 'ben');
  const stopped = requested.stop();
  end();
  await stopped;
  expect(begun).toEqual(['scribe']);
});
