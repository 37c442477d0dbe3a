// SPDX-License-Identifier: EUPL-1.2
import type { BrickRoute } from '../../../host/domain/bricks/brick-route.js';
import { exchange } from '../exchange.js';
import { fault } from '../fault.js';
import { prepareExample, type Prepared } from '../prepare-example.js';
import { emptyTables, readRows } from '../rows.js';
import { firstTarget, otherSchool, SAMPLE_PEOPLE, SCHOOLS, type SamplePerson } from '../sample-people.js';
import { sentThere } from '../sent-there.js';
import { nameOf, peopleIn, type Stand } from '../stand.js';
import { whatIsWrong } from './check-access.js';

/** Requests data of the other school at an address of the own school, after people of the other school have used it. */
export async function checkForeignThings(stand: Stand): Promise<void> {
  for (const route of stand.brick.routes) {
    await emptyTables(stand);
    for (const school of SCHOOLS) {
      const people = peopleIn(school);
      const prepared = await prepareExample(stand, route, firstTarget(otherSchool(school)));
      // A request without an id of the other school asks for nothing of it.
      if (prepared.named.length === 0) continue;
      if (route.method === 'get') {
        await checkForeign(stand, await sentThere(stand, prepared), people);
        continue;
      }
      // A form may delete its resource: everybody sends it before the other school does, and one authorised person
      // afterwards.
      await checkForeign(stand, prepared, people);
      await checkForeign(stand, await sentThere(stand, prepared), people.filter(holderOf(stand, route)).slice(0, 1));
    }
  }
  await emptyTables(stand);
}

async function checkForeign(stand: Stand, prepared: Prepared, people: readonly SamplePerson[]): Promise<void> {
  for (const { role, school } of people) {
    const answer = await exchange(stand, prepared, { role, school });
    const wrong = whatIsWrong(answer, prepared);
    if (wrong) {
      fault(
        `${role} ${wrong} by ${nameOf(prepared.route)} in ${school} about something of ${otherSchool(school)}; look for ` +
          'it by the `db` of the request, give the route "group" or "load", and keep nothing by its id alone.',
      );
    }
  }
}

/** Whether a person has the permission of a route anywhere in their school. */
function holderOf({ brick }: Stand, { access }: BrickRoute): (person: SamplePerson) => boolean {
  const { profiles: holders } = brick.manifest.permissions?.[access] ?? { profiles: [] };
  return ({ profiles }) => profiles.some((profile) => holders.includes(profile));
}

/** Users without a profile in a school get a 404 for every brick there. */
export async function checkStrangers(stand: Stand): Promise<void> {
  for (const route of stand.brick.routes) {
    await emptyTables(stand);
    for (const school of SCHOOLS) {
      const prepared = await prepareExample(stand, route, firstTarget(otherSchool(school)));
      const there = prepared.target.school;
      for (const { role } of peopleIn(school)) {
        if (peopleIn(there).some((person) => person.role === role)) continue;
        const { status } = await exchange(stand, prepared, { role, school: there });
        if (status !== 404)
          fault(`${role} is nothing in ${there}, and ${nameOf(route)} answered ${status} there, not 404.`);
      }
    }
  }
  await emptyTables(stand);
}

/** A session that has just made the same request in the other school: the school is always that of the address, for reading and writing. */
export async function checkLastSchool(stand: Stand): Promise<void> {
  for (const route of stand.brick.routes) {
    await emptyTables(stand);
    for (const person of SAMPLE_PEOPLE.filter(({ role }) => role.endsWith('InBothSchools'))) {
      const target = firstTarget(otherSchool(person.school));
      const there = await prepareExample(stand, route, target, person.role);
      await exchange(stand, there, { role: person.role, school: target.school });
      // A form may have deleted its resource.
      if (route.method === 'post') await checkAfter(stand, await prepareExample(stand, route, target), person);
      // The person also belongs to this school: their own id alone is no data of the other school.
      const named = there.named.filter((id) => id !== there.personId);
      await checkAfter(stand, { ...there, named, after: await readRows(stand) }, person);
    }
  }
  await emptyTables(stand);
}

async function checkAfter(stand: Stand, foreign: Prepared, { role, school }: SamplePerson): Promise<void> {
  if (foreign.named.length === 0) return;
  const answer = await exchange(stand, foreign, { role, school });
  const wrong = whatIsWrong(answer, foreign);
  if (!wrong) return;
  fault(
    `${role}, who had just been in ${otherSchool(school)}, ${wrong} by ${nameOf(foreign.route)} in ${school}; keep ` +
      'nothing between requests by a person or an id alone.',
  );
}
