// SPDX-License-Identifier: EUPL-1.2
import Sequencer from '@jest/test-sequencer';

/**
 * Jest's order, with the contract suites of bricks first. Without durations of an earlier run, jest begins with the largest files: these
 * small ones, which take a minute each, would come last, one process at work while the other one waits.
 */
export default class ContractFirst extends Sequencer {
  sort(tests) {
    const inOrder = super.sort(tests);
    const isContract = ({ path }) => path.endsWith('contract.test.ts');
    return [...inOrder.filter(isContract), ...inOrder.filter((test) => !isContract(test))];
  }
}
