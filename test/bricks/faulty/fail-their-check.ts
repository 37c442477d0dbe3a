// SPDX-License-Identifier: EUPL-1.2
import { contractChecks, inFullRun } from '@volee/core-adapter/testing';

import type { FaultyCase } from './faulty-case.js';
import { examples } from './sound-notes.js';

/** Tests that each of these bricks fails the check that is for its fault. */
export function failTheirCheck(cases: readonly FaultyCase[]): void {
  describe.each(cases)(
    'a brick with one fault fails the check for it, with the fault and the place',
    ({ fault, isSecondWay, brick, check, sentence, ...options }) => {
      const checks = contractChecks(brick, { examples, ...options });
      const testIt = isSecondWay ? inFullRun() : test;
      testIt(fault, async () => {
        const measure = checks.find(({ name }) => name.includes(check));
        // Further faults of the brick would take time, and show the same.
        const message =
          sentence instanceof RegExp ? expect.stringMatching(sentence) : expect.stringContaining(sentence);
        await expect(measure?.run(1)).rejects.toMatchObject({ message });
      });
    },
  );
}
