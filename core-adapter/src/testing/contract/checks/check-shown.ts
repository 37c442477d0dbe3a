// SPDX-License-Identifier: EUPL-1.2
import type { BrickRoute } from '../../../host/domain/bricks/brick-route.js';
import { send } from '../exchange.js';
import { fault } from '../fault.js';
import { prepareExample } from '../prepare-example.js';
import { SAMPLE_PEOPLE } from '../sample-people.js';
import { nameOf, type ContractBench } from '../contract-bench.js';
import { targetOf } from '../target-of.js';

/**
 * Every route that reads rows itself must show something of its example: pages without any content would pass the leak
 * checks and prove nothing. Rows from `load` are checked by the host.
 * @param shown names of routes that have already shown something
 */
export async function checkShown(bench: ContractBench, shown: ReadonlySet<string>): Promise<void> {
  const { showsNothing = {} } = bench.options;
  const names = bench.brick.routes.map(nameOf);
  const stray = Object.keys(showsNothing).find((name) => !names.includes(name));
  if (stray !== undefined) fault(`"showsNothing" names ${stray}, which is no route of the brick; remove it.`);
  for (const route of bench.brick.routes.filter(({ method }) => method === 'get')) {
    const name = nameOf(route);
    if (shown.has(name) || Object.hasOwn(showsNothing, name)) continue;
    if (!bench.watch.readBy.has(name) || (await showsItsExample(bench, route))) continue;
    fault(
      `${name} reads rows but never showed the data of an example, so it is not tested; add an example "${name}" that ` +
        'writes data for it, or say under "showsNothing" of the contract\'s options why it shows nothing.',
    );
  }
}

/** Whether any person sees the example: a page with personal data shows nothing of an example about somebody else. */
async function showsItsExample(bench: ContractBench, route: BrickRoute): Promise<boolean> {
  for (const person of SAMPLE_PEOPLE) {
    const { request, marker } = await prepareExample(bench, route, targetOf(person), { person: person.role });
    const { status, text } = await send(bench, route, person, request);
    // A redirect shows nothing itself.
    if (text.includes(marker) || (status >= 300 && status < 400)) return true;
  }
  return false;
}
