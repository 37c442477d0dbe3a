// SPDX-License-Identifier: EUPL-1.2
import { send } from '../exchange.js';
import { fault } from '../fault.js';
import { leakInto, plant, type Planted } from '../plant.js';
import { emptyTables } from '../rows.js';
import { SAMPLE_PEOPLE, TARGETS, type SamplePerson, type Target } from '../sample-people.js';
import { nameOf, type Stand } from '../stand.js';

/**
 * Things lie in two classes of one school and in one of another; then everybody asks for every page, the schools in turn
 * and twice around, so that what a page keeps from one reader shows to the next.
 */
export async function checkLeaks(stand: Stand): Promise<void> {
  await emptyTables(stand);
  const planted: Planted[] = [];
  for (const target of Object.values(TARGETS)) planted.push(...(await plant(stand, target)));

  for (const route of stand.brick.routes.filter(({ method }) => method === 'get')) {
    for (const person of [...SAMPLE_PEOPLE, ...SAMPLE_PEOPLE]) {
      const own = planted.find(({ prepared }) => prepared.route === route && prepared.target === targetOf(person));
      if (!own) continue;
      const { text } = await send(stand, route, person, own.prepared.request);
      const leak = leakInto(stand, person, text, planted);
      if (leak) {
        const { target, route: origin } = leak.prepared;
        fault(
          `${nameOf(route)} shows ${person.role} in ${person.school} what ${nameOf(origin)} was about in the class ` +
            `${target.group} of ${target.school}; read it by the \`db\` of the request and by \`access.groups\`, and ` +
            'keep nothing in the module.',
        );
      }
    }
  }
  await emptyTables(stand);
}

/** The class that somebody has to do with. */
export function targetOf({ ties, school }: SamplePerson): Target {
  const first = Object.values(TARGETS).find(({ group }) => ties[group] !== undefined);
  return first ?? Object.values(TARGETS).find((target) => target.school === school) ?? TARGETS.cm1;
}
