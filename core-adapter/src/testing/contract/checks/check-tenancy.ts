// SPDX-License-Identifier: EUPL-1.2
import { AS_PROGRAM, exchange } from '../exchange.js';
import { eachOf, fault } from '../fault.js';
import { holdersAndOthersInTurn } from '../holder-of.js';
import { inTurn } from '../in-turn.js';
import { prepareExample, type Prepared } from '../prepare-example.js';
import { emptyTables, readRows } from '../rows.js';
import { firstTarget, otherSchool, SAMPLE_PEOPLE, SCHOOLS, type SamplePerson } from '../sample-people.js';
import { sendElsewhereFirst } from '../send-elsewhere-first.js';
import { nameOf, peopleIn, type ContractBench } from '../contract-bench.js';
import { whatIsWrong } from './check-access.js';

/** Requests data of the other school at an address of the own school, after people of the other school have used it. */
export async function checkForeignThings(bench: ContractBench): Promise<void> {
  await eachOf(
    bench.brick.routes.entries(),
    async ([turn, route]) => {
      await emptyTables(bench);
      for (const school of SCHOOLS) {
        const { holders, others } = holdersAndOthersInTurn(bench, route, turn, peopleIn(school));
        const people = [...holders, ...others];
        const prepared = await prepareExample(bench, route, firstTarget(otherSchool(school)));
        // A request without an id of the other school asks for nothing of it.
        if (prepared.named.length === 0) continue;
        if (route.method === 'get') {
          await checkForeign(bench, await sendElsewhereFirst(bench, prepared), people);
          continue;
        }
        // A form may delete its resource: everybody sends it before the other school does, and one authorised person
        // afterwards.
        await checkForeign(bench, prepared, people);
        await checkForeign(bench, await sendElsewhereFirst(bench, prepared), holders.slice(0, 1));
      }
    },
    bench.mostFaults,
  );
  await emptyTables(bench);
}

async function checkForeign(bench: ContractBench, prepared: Prepared, people: readonly SamplePerson[]): Promise<void> {
  for (const { role, school } of people) {
    const answer = await exchange(bench, prepared, { role, school, headers: AS_PROGRAM });
    const wrong = whatIsWrong(answer, prepared);
    if (wrong) {
      fault(
        `${role} ${wrong} by ${nameOf(prepared.route)} in ${school} about data of ${otherSchool(school)}; query ` +
          'the `db` of the request, give the route "group" or "load", and cache nothing by its id alone.',
      );
    }
  }
}

/** Users without a profile in a school get a 404 for every brick there. */
export async function checkStrangers(bench: ContractBench): Promise<void> {
  await eachOf(
    bench.brick.routes.entries(),
    async ([turn, route]) => {
      await emptyTables(bench);
      for (const school of SCHOOLS) {
        const prepared = await prepareExample(bench, route, firstTarget(otherSchool(school)));
        const there = prepared.target.school;
        const isThere = ({ role }: SamplePerson): boolean => peopleIn(there).some((person) => person.role === role);
        const strangers = peopleIn(school).filter((person) => !isThere(person));
        for (const { role } of inTurn(strangers, turn)) {
          const { status } = await exchange(bench, prepared, { role, school: there, headers: AS_PROGRAM });
          if (status !== 404)
            fault(`${role} has no profile in ${there}, but ${nameOf(route)} answered ${status} there, not 404.`);
        }
      }
    },
    bench.mostFaults,
  );
  await emptyTables(bench);
}

const OF_BOTH_SCHOOLS = SAMPLE_PEOPLE.filter(({ role }) => role.endsWith('InBothSchools'));

/**
 * A session that has just made the same request in the other school. The school is always that of the address, for reading and for writing.
 */
export async function checkLastSchool(bench: ContractBench): Promise<void> {
  await eachOf(
    bench.brick.routes.entries(),
    async ([turn, route]) => {
      await emptyTables(bench);
      const { holders, others } = holdersAndOthersInTurn(bench, route, turn, OF_BOTH_SCHOOLS);
      for (const person of [...holders, ...others]) {
        const target = firstTarget(otherSchool(person.school));
        const there = await prepareExample(bench, route, target, { person: person.role });
        await exchange(bench, there, { role: person.role, school: target.school });
        // A form may have deleted its resource.
        if (route.method === 'post') await checkAfter(bench, await prepareExample(bench, route, target), person);
        // The person also belongs to this school, so their own id does not count as data of the other school.
        const named = there.named.filter((id) => id !== there.personId);
        await checkAfter(bench, { ...there, named, after: await readRows(bench) }, person);
      }
    },
    bench.mostFaults,
  );
  await emptyTables(bench);
}

async function checkAfter(bench: ContractBench, foreign: Prepared, { role, school }: SamplePerson): Promise<void> {
  if (foreign.named.length === 0) return;
  const answer = await exchange(bench, foreign, { role, school, headers: AS_PROGRAM });
  const wrong = whatIsWrong(answer, foreign);
  if (!wrong) return;
  fault(
    `${role}, after a visit to ${otherSchool(school)}, ${wrong} by ${nameOf(foreign.route)} in ${school}; keep ` +
      'no data between requests by a person or an id alone.',
  );
}
