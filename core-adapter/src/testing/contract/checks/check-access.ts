// SPDX-License-Identifier: EUPL-1.2
import { exchange, isRefused, isServed, type Exchange } from '../exchange.js';
import { mayUse } from '../expectation.js';
import { fault } from '../fault.js';
import { prepareExample, type Prepared } from '../prepare-example.js';
import { emptyTables } from '../rows.js';
import { firstTarget, SAMPLE_PEOPLE, TARGETS, type SamplePerson } from '../sample-people.js';
import { nameOf, type ContractBench } from '../contract-bench.js';

/**
 * Each person of the sample requests each route in their own school, about the first class, about their own resources
 * and about those of another person.
 */
export async function checkAccess(bench: ContractBench): Promise<void> {
  for (const route of bench.brick.routes) {
    await emptyTables(bench);
    const served: SamplePerson[] = [];
    for (const person of SAMPLE_PEOPLE) {
      const target = firstTarget(person.school);
      const own = await prepareExample(bench, route, target, person.role);
      if (await checkOne(bench, own, person)) served.push(person);
      if (own.belonging?.ownerId !== bench.ids.personOf(person.role)) continue;
      const other = target.person === person.role ? otherPerson(person) : target.person;
      await checkOne(bench, await prepareExample(bench, route, target, other), person);
    }
    if (served.length === 0)
      fault(`${nameOf(route)} serves no person of the sample; check what its "group" or "load" gives.`);
  }
  await emptyTables(bench);
}

function otherPerson({ role }: SamplePerson): SamplePerson['role'] {
  return role === TARGETS.cm1.person ? TARGETS.cm2.person : 'teacherOfOtherSchool';
}

/** @returns whether the person is allowed and was served */
async function checkOne(bench: ContractBench, prepared: Prepared, person: SamplePerson): Promise<boolean> {
  const { route, belonging } = prepared;
  const permission = bench.brick.manifest.permissions?.[route.access] ?? { profiles: [] };
  const allowed = mayUse(permission, person, belonging, bench.ids);
  const answer = await exchange(bench, prepared, person);
  if (allowed) {
    if (!isServed(answer)) {
      fault(
        `${person.role} has the permission "${route.access}" for the data of ${nameOf(route)}, and was ` +
          `answered ${answer.status}; check the handler and the example.`,
      );
    }
    return true;
  }
  const wrong = whatIsWrong(answer, prepared);
  if (wrong) {
    fault(
      `${person.role} ${wrong} by ${nameOf(route)} for ${describe(prepared, person)}, without the permission ` +
        `"${route.access}" there; give the route "group" or "load".`,
    );
  }
  return false;
}

/** Describes the access that a person gained without permission; undefined when there was none. */
export function whatIsWrong(answer: Exchange, { declared, marker, request, named }: Prepared): string | undefined {
  if (isRefused(answer)) return answer.changed.length > 0 ? 'was refused but changed rows' : undefined;
  // A page of the whole school may ignore the id in the request; a page with the id in its own address may not.
  const hasAddress = declared || Object.values(request.params ?? {}).some((value) => named.includes(value));
  if (hasAddress || named.length === 0) return `was answered ${answer.status}`;
  if (answer.text.includes(marker)) return 'was shown data';
  return answer.changed.length > 0 ? 'changed rows' : undefined;
}

function describe({ belonging, target }: Prepared, person: SamplePerson): string {
  if (belonging?.groupId) return person.ties[target.group] ? 'their own class' : 'another class';
  return belonging ? 'data of another person' : 'their school';
}
