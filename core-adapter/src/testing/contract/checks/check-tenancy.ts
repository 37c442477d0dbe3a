// SPDX-License-Identifier: EUPL-1.2
import { exchange } from '../exchange.js';
import { fault } from '../fault.js';
import { prepareExample } from '../prepare-example.js';
import { emptyTables } from '../rows.js';
import { firstTarget, otherSchool, SAMPLE_PEOPLE, SCHOOLS } from '../sample-people.js';
import { nameOf, peopleIn, type Stand } from '../stand.js';
import { whatIsWrong } from './check-access.js';

/** What belongs to the other school, asked for at the address of one's own. */
export async function checkForeignThings(stand: Stand): Promise<void> {
  for (const route of stand.brick.routes) {
    await emptyTables(stand);
    for (const school of SCHOOLS) {
      const prepared = await prepareExample(stand, route, firstTarget(otherSchool(school)));
      // What names nothing of the other school asks for nothing of it.
      if (prepared.named.length === 0) continue;
      for (const { role } of peopleIn(school)) {
        const answer = await exchange(stand, prepared, { role, school });
        const wrong = whatIsWrong(answer, prepared);
        if (wrong) {
          fault(
            `${role} ${wrong} by ${nameOf(route)} in ${school} about something of ${otherSchool(school)}; look for it by ` +
              'the `db` of the request, and give the route "group" or "load".',
          );
        }
      }
    }
  }
  await emptyTables(stand);
}

/** Whoever is nothing in a school finds no brick there. */
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

/** A session that was in the other school just before: the school is that of the address, for reading and for writing. */
export async function checkLastSchool(stand: Stand): Promise<void> {
  for (const route of stand.brick.routes) {
    await emptyTables(stand);
    for (const { role, school } of SAMPLE_PEOPLE.filter((person) => person.role.endsWith('InBothSchools'))) {
      const there = await prepareExample(stand, route, firstTarget(otherSchool(school)), role);
      await exchange(stand, there, { role, school: otherSchool(school) });
      const foreign = await prepareExample(stand, route, firstTarget(otherSchool(school)));
      if (foreign.named.length === 0) continue;
      const answer = await exchange(stand, foreign, { role, school });
      const wrong = whatIsWrong(answer, foreign);
      if (wrong)
        fault(`${role}, who had just been in ${otherSchool(school)}, ${wrong} by ${nameOf(route)} in ${school}.`);
    }
  }
  await emptyTables(stand);
}
