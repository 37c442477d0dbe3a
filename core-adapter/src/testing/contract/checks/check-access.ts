// SPDX-License-Identifier: EUPL-1.2
import type { BrickRoute } from '../../../host/domain/bricks/brick-route.js';
import { AS_PROGRAM, exchange, isRefused, isServed, type Exchange } from '../exchange.js';
import { mayUse } from '../expectation.js';
import { eachOf, fault } from '../fault.js';
import { isQuickRun } from '../../full-run.js';
import { holderOf, holdersAndOthersInTurn } from '../holder-of.js';
import { isOpenIn } from '../is-open-in.js';
import { prepareExample, type Prepared } from '../prepare-example.js';
import { emptyTables } from '../rows.js';
import { firstTarget, LAST_YEAR, SAMPLE_PEOPLE, TARGETS, type SamplePerson } from '../sample-people.js';
import { nameOf, permissionOf, type ContractBench } from '../contract-bench.js';

/**
 * Each person of the sample requests each route in their own school, about the first class, about their own resources and about those of
 * another person. When a route is about a pupil, they ask about two pupils of the class and one of another. People who may have kept a
 * permission, and one person who may not, ask about a class of last year.
 */
export async function checkAccess(bench: ContractBench): Promise<void> {
  await eachOf(
    bench.brick.routes.entries(),
    async ([turn, route]) => {
      await emptyTables(bench);
      const served: SamplePerson[] = [];
      const { holders, others } = holdersAndOthersInTurn(bench, route, turn);
      for (const person of [...holders, ...others]) {
        const own = await prepareExample(bench, route, firstTarget(person.school), { person: person.role });
        if (await checkOne(bench, own, person)) served.push(person);
        await checkOthers(bench, own, person);
      }
      await checkLastYear(bench, route);
      if (served.length === 0)
        fault(`${nameOf(route)} serves no person of the sample; check what its "group" or "load" gives.`);
    },
    bench.mostFaults,
  );
  await emptyTables(bench);
}

/** Sends the same request about other people. In a quick run, people without the permission do not send it. */
async function checkOthers(bench: ContractBench, own: Prepared, person: SamplePerson): Promise<void> {
  const { route, target, scopes } = own;
  const { role } = person;
  if (isQuickRun() && !holderOf(bench, route)(person)) return;
  if (scopes.some(({ ownerId }) => ownerId === bench.ids.personOf(role))) {
    const other = target.person === role ? otherPerson(person) : target.person;
    await checkOne(bench, await prepareExample(bench, route, target, { person: other }), person);
  }
  if (own.pupilId === undefined) return;
  for (const { school, role: pupil, ties } of SAMPLE_PEOPLE.filter(({ profiles }) => profiles.includes('pupil'))) {
    if (school !== person.school || bench.ids.personOf(pupil) === own.pupilId) continue;
    const theirs = Object.values(TARGETS).find(({ group }) => ties[group] !== undefined) ?? target;
    await checkOne(bench, await prepareExample(bench, route, theirs, { person: role, pupil }), person);
  }
}

function otherPerson({ role }: SamplePerson): SamplePerson['role'] {
  return role === TARGETS.cm1.person ? TARGETS.cm2.person : 'teacherOfOtherSchool';
}

async function checkLastYear(bench: ContractBench, route: BrickRoute): Promise<void> {
  const asking = SAMPLE_PEOPLE.filter(({ past, role }) => Object.keys(past).length > 0 || role === 'teacher');
  const groupId = bench.ids.groupOf(LAST_YEAR.group);
  for (const person of asking) {
    const prepared = await prepareExample(bench, route, LAST_YEAR, { person: person.role });
    if (prepared.scopes.some((scope) => scope.groupId === groupId)) await checkOne(bench, prepared, person);
  }
}

/** @returns whether the person is allowed and was served */
async function checkOne(bench: ContractBench, prepared: Prepared, person: SamplePerson): Promise<boolean> {
  const { route, scopes } = prepared;
  const allowed = mayUse(permissionOf(bench, route), person, scopes, bench.ids);
  const answer = await exchange(bench, prepared, allowed ? person : { ...person, headers: AS_PROGRAM });
  if (allowed && !isOpenIn(bench, route, person.school)) {
    if (answer.status !== 404 || answer.changed.length > 0) {
      fault(`${nameOf(route)} answered ${answer.status} in ${person.school}, not 404; "onlyIn" names another kind.`);
    }
    return false;
  }
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
      `${person.role} ${wrong} by ${nameOf(route)} for ${describe(bench, prepared, person)}, without the permission ` +
        `"${route.access}" there; give the route "group" or "load", or answer 404 for a class that the user may not read.`,
    );
  }
  return false;
}

/** Describes the access that a person gained without permission; undefined when there was none. */
export function whatIsWrong(answer: Exchange, { declared, marker, request, named }: Prepared): string | undefined {
  if (isRefused(answer)) return answer.changed.length > 0 ? `was refused but changed ${rowsOf(answer)}` : undefined;
  // A page of the whole school may ignore the id in the request; a page with the id in its own address may not.
  const hasAddress = declared || Object.values(request.params ?? {}).some((value) => named.includes(value));
  if (hasAddress || named.length === 0) return `was answered ${answer.status}`;
  if (answer.text.includes(marker)) return 'was shown data';
  return answer.changed.length > 0 ? `changed ${rowsOf(answer)}` : undefined;
}

/** Names the tables: « rows of agenda_notice ». */
function rowsOf({ changed }: Exchange): string {
  return `rows of ${[...new Set(changed.map(({ table }) => table))].join(' and ')}`;
}

/** Describes the first scope in which the person lacks the permission. */
function describe(bench: ContractBench, { route, scopes, target }: Prepared, person: SamplePerson): string {
  const permission = permissionOf(bench, route);
  const scope = scopes.find((one) => !mayUse(permission, person, [one], bench.ids));
  if (!scope) return 'their school';
  if (scope.pupilId != null) return 'another pupil';
  if (scope.groupId == null || scope.ownerId != null) return 'data of another person';
  return person.ties[target.group] ? 'their own class' : 'another class';
}
