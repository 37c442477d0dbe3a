// SPDX-License-Identifier: EUPL-1.2
import { isQuickRun } from '../../full-run.js';
import { send } from '../exchange.js';
import { eachOf, fault } from '../fault.js';
import { findLeak, seedExamples, seedReceived, type SeededExample } from '../seed-examples.js';
import { holdersAndOthersInTurn } from '../holder-of.js';
import { emptyTables } from '../rows.js';
import { runScheduledJobs } from '../run-jobs.js';
import { TARGETS } from '../sample-people.js';
import { nameOf, type ContractBench } from '../contract-bench.js';
import { targetOf } from '../target-of.js';
import { checkShown } from './check-shown.js';

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
