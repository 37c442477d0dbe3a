// SPDX-License-Identifier: EUPL-1.2
import type { BrickDefinition } from '../../api/brick-base.js';
import { contractChecks } from './contract-checks.js';
import type { ContractOptions } from './contract-options.js';

/**
 * Registers the tests that every brick must pass: its manifest, texts, settings and migrations, its start and stop, and, with every person
 * of the sample on every route, that nobody reaches data of another class or school. Call it once, at the top of a test file of the brick.
 * Each test reports all faults that it finds. At the end, a line names the slowest test.
 * @example
 * `brickContract(brick, { examples: { 'POST /notices': ({ groupId, marker }) => ({ form: { groupId, text: marker } }) } });`
 * @stable
 */
export function brickContract(brick: BrickDefinition, options: ContractOptions = {}): void {
  describe(`the contract of ${brick.manifest.id}`, () => {
    const taken = new Map<string, number>();
    for (const { name, run } of contractChecks(brick, options)) {
      test(name, async () => {
        const begun = performance.now();
        await run().finally(() => taken.set(name, performance.now() - begun));
      });
    }
    afterAll(() => process.stdout.write(`${slowestCheck(brick.manifest.id, taken)}\n`));
  });
}

/** @param taken milliseconds by the name of the check */
function slowestCheck(id: string, taken: ReadonlyMap<string, number>): string {
  const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(1)} s`;
  const [name, longest] = [...taken].reduce((one, other) => (other[1] > one[1] ? other : one), ['', 0]);
  const all = [...taken.values()].reduce((sum, one) => sum + one, 0);
  return `the contract of ${id}: ${seconds(all)}; the slowest check, ${seconds(longest)}: ${name}`;
}
