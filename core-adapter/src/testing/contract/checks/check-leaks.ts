// SPDX-License-Identifier: EUPL-1.2
import { isQuickRun } from '../../full-run.js';
import { send } from '../exchange.js';
import { eachOf, fault } from '../fault.js';
import { findLeak, seedExamples, seedReceived, type SeededExample } from '../seed-examples.js';
import { holdersAndOthersInTurn } from '../holder-of.js';
import { emptyTables } from '../rows.js';
import { runScheduledJobs } from '../run-jobs.js';
import { TARGETS, SAMPLE_PEOPLE } from '../sample-people.js';
import { nameOf, type ContractBench } from '../contract-bench.js';
import { targetOf } from '../target-of.js';
import type { BrickRoute } from '../../../host/domain/bricks/brick-route.js';
import { prepareExample } from '../prepare-example.js';

/**
 * Puts data into two classes of one school and one class of another; then every person requests every page, alternating
 * schools, twice, so that data cached for one reader and shown to the next is found. In a quick run, one person with the permission reads
 * a second time, since each of them but the first reads after another one anyway.
 */
export async function checkLeaks(bench: ContractBench): Promise<void> {
  await emptyTables(bench);
  const seeded: SeededExample[] = [];
  for (const target of Object.values(TARGETS)) seeded.push(...(await seedExamples(bench, target)));
  for (const target of Object.values(TARGETS)) seeded.push(...(await seedReceived(bench, target)));
  await runScheduledJobs(bench);

  const shown = new Set<string>();
  await eachOf(
    bench.brick.routes.filter(({ method }) => method === 'get').entries(),
    async ([turn, route]) => {
      const { holders, others } = holdersAndOthersInTurn(bench, route, turn);
      const readers = [...holders, ...others];
      for (const person of [...readers, ...(isQuickRun() ? holders.slice(0, 1) : readers)]) {
        const own = seeded.find(({ prepared }) => prepared.route === route && prepared.target === targetOf(person));
        if (!own) continue;
        const { text } = await send(bench, route, person, own.prepared.request);
        if (seeded.some(({ prepared }) => text.includes(prepared.marker))) shown.add(nameOf(route));
        const leak = findLeak(bench, person, text, seeded);
        if (leak) {
          const { target, route: origin } = leak.prepared;
          fault(
            `${nameOf(route)} shows ${person.role} in ${person.school} data of ${nameOf(origin)} in the class ` +
              `${target.group} of ${target.school}; query the \`db\` of the request, restrict it by \`access.groups\` or \`access.filter\`, and ` +
              'keep no data in the module.',
          );
        }
      }
    },
    bench.mostFaults,
  );
  await checkShown(bench, shown);
  await emptyTables(bench);
}

/**
 * Every route that reads rows itself must show something of its example: pages without any content would pass the leak
 * checks and prove nothing. Rows from `load` are checked by the host.
 * @param shown names of routes that have already shown something
 */
async function checkShown(bench: ContractBench, shown: ReadonlySet<string>): Promise<void> {
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
