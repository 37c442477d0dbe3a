// SPDX-License-Identifier: EUPL-1.2
import { brickAddress } from '../../../host/http/bricks/brick-address.js';
import type { ResourceScope } from '../../../api/access.js';
import type { BrickRoute } from '../../../host/domain/bricks/brick-route.js';
import { exchange, isRefused, type Exchange } from '../exchange.js';
import { mayUse } from '../expectation.js';
import { eachOf, fault } from '../fault.js';
import { findLeak, seededWithoutRequest, seedExamples, type SeededExample } from '../seed-examples.js';
import { prepareExample, type Prepared } from '../prepare-example.js';
import { emptyTables, rowKey } from '../rows.js';
import { SAMPLE_PEOPLE, TARGETS, type SamplePerson } from '../sample-people.js';
import { sendElsewhereFirst } from '../send-elsewhere-first.js';
import { nameOf, permissionOf, type ContractBench } from '../contract-bench.js';
import { tamperedRequests, type TamperedRequest, type RequestElsewhere } from './tampered-requests.js';
import { targetOf } from '../target-of.js';

/**
 * Manipulated ids give nobody access to everything or to data of others: malformed, unknown and missing ids, and a
 * foreign id in place of or beside the own one.
 */
export async function checkIds(bench: ContractBench): Promise<void> {
  await emptyTables(bench);
  const seeded: SeededExample[] = [];
  for (const target of OTHERS) seeded.push(...(await seedExamples(bench, target)));
  await eachOf(bench.brick.routes, (route) => checkRoute(bench, route, seeded), bench.mostFaults);
  await checkSchools(bench);
  await emptyTables(bench);
}

const OTHERS = [TARGETS.cm2, TARGETS.sixthA];

/** The people of the first class. The head also belongs to the second class and comes last, since fewer ids are foreign to the head. */
const OF_CLASS = SAMPLE_PEOPLE.filter((person) => targetOf(person) === TARGETS.cm1);
const SENDERS: readonly SamplePerson[] = [
  ...OF_CLASS.filter(({ ties }) => ties.cm2 === undefined),
  ...OF_CLASS.filter(({ ties }) => ties.cm2 !== undefined),
];

async function checkRoute(bench: ContractBench, route: BrickRoute, seeded: readonly SeededExample[]): Promise<void> {
  const foreign: Prepared[] = [];
  for (const target of OTHERS) {
    const prepared = await prepareExample(bench, route, target);
    // Data cached by id must exist; a submitted form may have deleted its resource.
    foreign.push(route.method === 'get' ? await sendElsewhereFirst(bench, prepared) : prepared);
  }
  const existing = [...seeded, ...foreign.map((prepared) => seededWithoutRequest(bench, prepared))];

  const permission = permissionOf(bench, route);
  // One authorised person is enough: other checks test access by each person.
  for (const person of SENDERS) {
    const own = await prepareExample(bench, route, TARGETS.cm1, { person: person.role });
    if (!mayUse(permission, person, own.scopes, bench.ids)) continue;
    const others: RequestElsewhere[] = foreign.map((prepared) => {
      const isHere = prepared.target.school === person.school;
      const may = (scopes: readonly ResourceScope[]): boolean =>
        isHere && mayUse(permission, person, scopes, bench.ids);
      const { pupilId } = prepared;
      const groupId = bench.ids.groupOf(prepared.target.group);
      // A permission may hold everywhere: the sender may then name the id of another class.
      const allowed = [...(may([{ groupId }]) ? [groupId] : []), ...(pupilId && may([{ pupilId }]) ? [pupilId] : [])];
      return { prepared, hasAccess: may(prepared.scopes), allowed };
    });
    for (const tampered of tamperedRequests(own, others)) await checkTampered(bench, own, person, tampered, existing);
    return;
  }
}

async function checkTampered(
  bench: ContractBench,
  own: Prepared,
  person: SamplePerson,
  tampered: TamperedRequest,
  existing: readonly SeededExample[],
): Promise<void> {
  const { what, request, more = [], may } = tampered;
  const answer = await exchange(bench, own, person, { request, more });
  const name = nameOf(own.route);
  const leak = findLeak(bench, person, answer.text, existing);
  if (leak) {
    fault(
      `${name} with ${what} shows ${person.role} data of the class ${leak.prepared.target.group} of ` +
        `${leak.prepared.target.school}; ${remedyOf(tampered, 'restrict the query to the classes of `access.groups`, whatever the request contains')}.`,
    );
  }
  if (may === 'all') return;
  if (may === 'nothing' && tampered.part === 'params' && !isAbsent(answer, tampered)) {
    const remedy = remedyOf(tampered, 'have "params" take z.uuid() only');
    fault(`${name} answered ${answer.status} with ${what} in its address, not 404; ${remedy}.`);
  }
  const isDone = own.route.method === 'post' && !isRefused(answer) && answer.changed.length > 0;
  if ((may === 'nothing' && isDone) || changedForeignRow(answer, own, tampered)) {
    const remedy = remedyOf(tampered, 'have "body" take z.uuid() only, and give the route "group" or "load"');
    fault(`${name} with ${what} changed rows; ${remedy}.`);
  }
}

/** An address with an unknown id is answered as not found; an address with another person's id may also be refused. */
function isAbsent(answer: Exchange, { theirs }: TamperedRequest): boolean {
  return theirs ? isRefused(answer) : answer.status === 404 || answer.status === 400;
}

/** Whether an existing row of the other class or person changed. */
function changedForeignRow({ changed }: Exchange, own: Prepared, { theirs }: TamperedRequest): boolean {
  if (!theirs) return false;
  const ids: unknown[] = [theirs.personId, ...theirs.scopes.map(({ groupId }) => groupId)].filter((id) => id != null);
  const before = changed.flatMap((row) => own.after.get(rowKey(row)) ?? []);
  return before.some(({ values }) => Object.values(values).some((value) => ids.includes(value)));
}

function remedyOf({ theirs, more, part }: TamperedRequest, otherwise: string): string {
  if (!theirs || more || part === 'query') return otherwise;
  return 'search by all ids of the request at once, or give the route "load", so that the host checks the result';
}

/** The school in an address must be a UAI, and a school of the person. */
async function checkSchools(bench: ContractBench): Promise<void> {
  const teacher = bench.session('teacher');
  for (const school of ['', 'undefined', 'null', '0000000A', '*']) {
    const address = brickAddress(school, bench.brick.id, '/');
    const { status } = await teacher.get(address);
    if (status < 400 || status >= 500)
      fault(`${address} answered ${status}; an address without a school must answer 404.`);
  }
}
