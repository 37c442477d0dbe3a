// SPDX-License-Identifier: EUPL-1.2
import { SCHOOL, testDatabases } from '@volee/core-adapter/testing';
import fc from 'fast-check';
import { startDrive } from './drive-for-tests.js';
import { driveFaults } from './drive-faults-for-tests.js';
import { TREE_STEPS, TreeWalk, type TreeStep } from './tree-steps-for-tests.js';

/** The number of walks: `VOLEE_WALKS=500` for more of them, and `VOLEE_WALK_SEED=…` to repeat those of a failure. */
const WALKS = Number(process.env['VOLEE_WALKS'] ?? 4);
const seed = process.env['VOLEE_WALK_SEED'];
const steps = fc.noBias(fc.array(TREE_STEPS, { minLength: 50, maxLength: 60, size: 'max' }));

describe.each(testDatabases())('random changes of a drive on $name', (database) => {
  const started = startDrive({ database });

  test('counts, places, scopes and contents are right after each change', async () => {
    const { host, tables } = await started;
    const walk = new TreeWalk(tables(SCHOOL), await host.ids.person('teacher'), host.ids.cm1);
    const go = async (all: readonly TreeStep[]): Promise<void> => {
      await walk.reset();
      for (const step of all) {
        await step(walk);
        expect(await driveFaults(walk.db)).toEqual([]);
      }
    };
    const parameters = { numRuns: WALKS, endOnFailure: true, ...(seed !== undefined && { seed: Number(seed) }) };
    await fc.assert(fc.asyncProperty(steps, go), parameters);
    for (const step of ['insert', 'move', 'copy', 'trash', 'restore', 'delete', 'intoItself']) {
      expect([step, walk.counts.get(step)]).toEqual([step, expect.any(Number)]);
    }
  }, 600_000);
});
