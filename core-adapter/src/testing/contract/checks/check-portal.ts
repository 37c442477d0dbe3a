// SPDX-License-Identifier: EUPL-1.2
import { brickAddress } from '../../../host/http/bricks/brick-address.js';
import { childrenListUrl } from '../../../host/http/rail-of-children.js';
import { fault } from '../fault.js';
import { emptyTables } from '../rows.js';
import { runScheduledJobs } from '../run-jobs.js';
import { SAMPLE_PEOPLE, TARGETS, type SamplePerson } from '../sample-people.js';
import { findLeak, seedExamples, seedReceived, type SeededExample } from '../seed-examples.js';
import type { ContractBench } from '../contract-bench.js';

/** Each person reads their portal twice, so that an answer that was cached for one reader and is shown to the next is found. */
export async function checkPortal(bench: ContractBench): Promise<void> {
  if (!bench.brick.portal) return;
  await emptyTables(bench);
  const seeded: SeededExample[] = [];
  for (const target of Object.values(TARGETS)) seeded.push(...(await seedExamples(bench, target)));
  for (const target of Object.values(TARGETS)) seeded.push(...(await seedReceived(bench, target)));
  await runScheduledJobs(bench);
  for (const person of [...SAMPLE_PEOPLE, ...SAMPLE_PEOPLE]) await checkReader(bench, person, seeded);
  await emptyTables(bench);
  for (const person of SAMPLE_PEOPLE) await checkReader(bench, person, []);
}

async function checkReader(
  bench: ContractBench,
  person: SamplePerson,
  seeded: readonly SeededExample[],
): Promise<void> {
  const { role, school } = person;
  const { troubles } = bench.host.host;
  const before = troubles.of(bench.brick.id)?.count ?? 0;
  const portal = await bench.session(role).get(`/s/${school}/`);
  // Guardians have a list over all their children.
  const list = await bench.session(role).get(childrenListUrl(bench.brick.id));
  const text = list.status === 200 ? portal.text + list.text : portal.text;
  const { count = 0, last } = troubles.of(bench.brick.id) ?? {};
  if (count > before)
    fault(
      `What the brick gives to "portal" fails when ${role} in ${school} opens the portal (${last?.sentence}); the portal ` +
        'does without it.',
    );
  // The portal of a guardian shows all schools of their children.
  const knowing = SAMPLE_PEOPLE.filter((one) => one.role === role);
  const leak = seeded.find((each) => knowing.every((one) => findLeak(bench, one, text, [each])));
  if (leak)
    fault(
      `The portal shows ${role} in ${school} data of the class ${leak.prepared.target.group} of ${leak.prepared.target.school}; ` +
        'restrict the tasks to `access.groups` and to the user, and keep no data in the module.',
    );
  await checkPaths(bench, person, text);
}

/** Each task leads its reader to a page that they may open. */
async function checkPaths(
  { brick, session }: ContractBench,
  { role, school }: SamplePerson,
  text: string,
): Promise<void> {
  const address = brickAddress(school, brick.id, '/');
  const links = [...text.matchAll(/href="([^"]*)"/g)].map(([, href = '']) => href.replaceAll('&amp;', '&'));
  for (const href of new Set(links.filter((link) => link.startsWith(address)))) {
    const { status } = await session(role).get(href);
    if (status >= 400)
      fault(
        `A task leads ${role} in ${school} to ${href.slice(address.length - 1)}, which answered ${status}; give the path of a ` +
          'page that they may open.',
      );
  }
}
