// SPDX-License-Identifier: EUPL-1.2
import type { BrickDefinition } from '../../api/brick.js';
import { contractChecks } from './contract-checks.js';
import type { ContractOptions } from './contract-options.js';

/**
 * Registers the tests that every brick must pass: its manifest, texts, settings and migrations, its start and stop,
 * and, with every person of the sample on every route, that nobody reaches data of another class or school. Call it
 * once, at the top of a test file of the brick.
 * @example
 * `brickContract(brick, { examples: { 'POST /notices': ({ groupId, marker }) => ({ form: { groupId, text: marker } }) } });`
 */
export function brickContract(brick: BrickDefinition, options: ContractOptions = {}): void {
  describe(`the contract of ${brick.manifest.id}`, () => {
    for (const { name, run } of contractChecks(brick, options)) test(name, run);
  });
}
