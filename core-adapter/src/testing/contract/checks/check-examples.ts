// SPDX-License-Identifier: EUPL-1.2
import { eachOf, fault } from '../fault.js';
import { prepareExample } from '../prepare-example.js';
import { emptyTables } from '../rows.js';
import { TARGETS } from '../sample-people.js';
import { nameOf, type ContractBench } from '../contract-bench.js';

/** Every route with input has an example, every example has a route, and each route accepts its example. */
export async function checkExamples(bench: ContractBench): Promise<void> {
  const { brick, options } = bench;
  const examples = Object.keys(options.examples ?? {});
  const names = brick.routes.map(nameOf);
  const stray = examples.find((name) => !names.includes(name));
  if (stray !== undefined) {
    fault(`The example "${stray}" belongs to no route; the routes are ${names.join(', ') || 'none'}.`);
  }
  await eachOf(
    brick.routes,
    async (route) => {
      const name = nameOf(route);
      const takes = /[:*]\w/.test(route.path) || route.params || route.query || route.body || route.upload;
      if (takes && !examples.includes(name)) {
        fault(`${name} takes parameters, a query, a form or files: add an example "${name}" to those of the contract.`);
      }
      const { request, marker } = await prepareExample(bench, route, TARGETS.cm1);
      if (Object.values(request.query ?? {}).some((value) => value.includes(marker))) {
        fault(`The example of ${name} searches by the whole marker, which the page repeats; use marker.slice(0, 8).`);
      }
    },
    bench.mostFaults,
  );
  await emptyTables(bench);
}
