// SPDX-License-Identifier: EUPL-1.2
import { send } from '../exchange.js';
import { fault } from '../fault.js';
import { seedExamples } from '../seed-examples.js';
import { emptyTables } from '../rows.js';
import { TARGETS } from '../sample-people.js';
import { peopleIn, type ContractBench } from '../contract-bench.js';

/** Every permission is used: a route requires it, or a handler checks it. */
export async function checkPermissions(bench: ContractBench): Promise<void> {
  const { brick, watch } = bench;
  const needed = brick.routes.map(({ access }) => access);
  const others = Object.keys(brick.manifest.permissions ?? {}).filter((permission) => !needed.includes(permission));
  if (others.length === 0) return;
  for (const { prepared } of await seedExamples(bench, TARGETS.cm1)) {
    const { route, request } = prepared;
    if (route.method !== 'get') continue;
    for (const person of peopleIn(prepared.target.school)) await send(bench, route, person, request);
  }
  await emptyTables(bench);
  const unused = others.find((permission) => !watch.askedAbout.has(permission));
  if (unused !== undefined) {
    fault(`The permission "${unused}" is needed by no route; remove it from the manifest, or name it by "access".`);
  }
}

/** Everything was registered before `activate` returned. This check runs last, when late registrations have happened. */
export async function checkInTime({ watch }: ContractBench): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
  const [late] = watch.late;
  if (late !== undefined) {
    fault(`The brick registered ${late} after "activate" had returned; await every registration inside "activate".`);
  }
}
