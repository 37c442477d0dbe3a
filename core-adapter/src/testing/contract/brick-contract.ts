// SPDX-License-Identifier: EUPL-1.2
import type { BrickDefinition } from '../../api/brick.js';
import { contractChecks } from './contract-checks.js';
import type { ContractOptions } from './contract-options.js';

/**
 * Tests what every brick keeps to: its manifest, texts, settings and migrations; that it comes and goes; and, asked by
 * everybody of the sample for each of its routes, that nobody gets what is another class's or another school's.
 * Call it once, at the top of a test file of the brick.
 */
export function brickContract(brick: BrickDefinition, options: ContractOptions = {}): void {
  describe(`the contract of ${brick.manifest.id}`, () => {
    for (const { name, run } of contractChecks(brick, options)) test(name, run);
  });
}
