// SPDX-License-Identifier: EUPL-1.2
import { fault } from '../fault.js';
import { emptyTables } from '../rows.js';
import { runScheduledJobs } from '../run-jobs.js';
import { SAMPLE_PEOPLE, TARGETS } from '../sample-people.js';
import { seedExamples } from '../seed-examples.js';
import { peopleIn, type ContractBench } from '../contract-bench.js';
import type { Published } from '../watch-brick.js';

/** A brick publishes to people of the school. The host notifies nobody else, so any other id is a mistake of the brick. */
export async function checkLive(bench: ContractBench): Promise<void> {
  await emptyTables(bench);
  for (const target of Object.values(TARGETS)) await seedExamples(bench, target);
  await runScheduledJobs(bench);
  // This includes the changes that all checks so far have published.
  for (const change of bench.watch.published) checkPersons(bench, change);
  await emptyTables(bench);
}

function checkPersons({ ids }: ContractBench, { by, school, personIds, topic }: Published): void {
  const here = peopleIn(school).map(({ role }) => ids.personOf(role));
  const stranger = personIds.find((id) => !here.includes(id));
  if (stranger === undefined) return;
  const role = SAMPLE_PEOPLE.find((person) => ids.personOf(person.role) === stranger)?.role;
  fault(
    `${by} tells ${role ?? `"${stranger}"`} of "${topic}" in ${school}, which is not their school; give "live.publish" the ids ` +
      'of persons that the rows of this school name.',
  );
}
