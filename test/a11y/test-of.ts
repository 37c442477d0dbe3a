// SPDX-License-Identifier: EUPL-1.2
import { inFullRun } from '@volee/core-adapter/testing';

export interface LookedAt {
  /** Leaves the page to the full run: a page of the quick run has the same parts, for another role or in another place. */
  readonly isAgain?: true;
}

/** The `test` for a page. */
export function testOf({ isAgain }: LookedAt): jest.It {
  return isAgain ? inFullRun() : test;
}
