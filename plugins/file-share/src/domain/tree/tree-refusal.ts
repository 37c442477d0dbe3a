// SPDX-License-Identifier: EUPL-1.2
import { InputError } from '@volee/core-adapter';

/**
 * `gone`: moved or deleted by somebody else. `intoItself`: the destination is the folder or below it. `copying`: another large copy of the
 * person is not done.
 */
export type TreeProblem = 'gone' | 'intoItself' | 'tooDeep' | 'copying';

/** A change of folders and files that trying again cannot mend. Nothing was changed. */
export class TreeRefusal extends InputError {
  constructor(
    readonly problem: TreeProblem,
    /** The name of the folder or file that it is about. */
    readonly about = '',
  ) {
    super(`The folder or file cannot be put there: ${problem}.`);
  }
}
