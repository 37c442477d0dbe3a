// SPDX-License-Identifier: EUPL-1.2
import { nameSampleTwice, testDatabases } from '@volee/core-adapter/testing';
import fc from 'fast-check';
import { endWalk, STEPS } from './steps-for-tests.js';
import { Walk } from './walk-for-tests.js';
import type { Step } from './write-steps-for-tests.js';

/** The number of walks: `VOLEE_WALKS=500` for more of them, and `VOLEE_WALK_SEED=…` to repeat those of a failure. */
const WALKS = Number(process.env['VOLEE_WALKS'] ?? 6);
const seed = process.env['VOLEE_WALK_SEED'];
/** Without a bias to short walks and first choices. */
const steps = fc.noBias(fc.array(STEPS, { minLength: 50, maxLength: 60, size: 'max' }));

describe.each(testDatabases())('random walks on $name', (database) => {
  let walk: Walk;
  const started = Walk.start(database);
  beforeAll(async () => {
    walk = await started;
    // On the second database, each class comes from two sources.
    if (database.name !== testDatabases()[0]?.name) await nameSampleTwice(walk.host);
  });

  test('X2, X8: no sequence of steps puts a copy where the rules say no, or takes away what was shown, and the journal tells each', async () => {
    const parameters = { numRuns: WALKS, endOnFailure: true, ...(seed !== undefined && { seed: Number(seed) }) };
    await fc.assert(fc.asyncProperty(steps, go), parameters);
    expect(walk.counts.copies).toBeGreaterThan(8 * WALKS);
    expect(walk.counts.accepted).toBeGreaterThan(0);
    expect(walk.counts.waitedForMorning).toBeGreaterThan(0);
    expect(walk.counts.replies).toBeGreaterThan(0);
    expect(walk.journal.lines).toBeGreaterThan(3 * WALKS);
    expect(walk.journal.recalls).toBeGreaterThan(0);
  }, 600_000);

  async function go(all: readonly Step[]): Promise<void> {
    try {
      await walk.reset();
      for (const step of all) {
        await step(walk);
        await walk.compare();
      }
      await endWalk(walk);
    } catch (error) {
      throw new Error(walk.trail.join('\n'), { cause: error });
    }
  }
});
