// SPDX-License-Identifier: EUPL-1.2
import { brickAddress } from '../../../host/http/bricks/brick-address.js';
import type { BrickRoute } from '../../../host/domain/bricks/brick-route.js';
import { exchange, isRefused, type Exchange } from '../exchange.js';
import { mayUse } from '../expectation.js';
import { fault } from '../fault.js';
import { leakInto, lyingThere, plant, type Planted } from '../plant.js';
import { prepareExample, type Prepared } from '../prepare-example.js';
import { emptyTables, rowKey } from '../rows.js';
import { SAMPLE_PEOPLE, TARGETS, type SamplePerson } from '../sample-people.js';
import { sentThere } from '../sent-there.js';
import { nameOf, type Stand } from '../stand.js';
import { bentRequests, type Bent, type Foreign } from './bent-requests.js';
import { targetOf } from '../target-of.js';

/**
 * Manipulated ids give nobody access to everything or to data of others: malformed, unknown and missing ids, and a
 * foreign id in place of or beside the own one.
 */
export async function checkIds(stand: Stand): Promise<void> {
  await emptyTables(stand);
  const planted: Planted[] = [];
  for (const target of OTHERS) planted.push(...(await plant(stand, target)));
  for (const route of stand.brick.routes) await checkRoute(stand, route, planted);
  await checkSchools(stand);
  await emptyTables(stand);
}

const OTHERS = [TARGETS.cm2, TARGETS.sixthA];

/** The persons of the first class. The head also belongs to the second class and comes last, since fewer ids are foreign to a head. */
const OF_CLASS = SAMPLE_PEOPLE.filter((person) => targetOf(person) === TARGETS.cm1);
const BENDERS: readonly SamplePerson[] = [
  ...OF_CLASS.filter(({ ties }) => ties.cm2 === undefined),
  ...OF_CLASS.filter(({ ties }) => ties.cm2 !== undefined),
];

async function checkRoute(stand: Stand, route: BrickRoute, planted: readonly Planted[]): Promise<void> {
  const foreign: Prepared[] = [];
  for (const target of OTHERS) {
    const prepared = await prepareExample(stand, route, target);
    // Data cached by id must exist; a submitted form may have deleted its resource.
    foreign.push(route.method === 'get' ? await sentThere(stand, prepared) : prepared);
  }
  const lying = [...planted, ...foreign.map((prepared) => lyingThere(stand, prepared))];

  const permission = stand.brick.manifest.permissions?.[route.access] ?? { profiles: [] };
  // One authorised person is enough: other checks test access by each person.
  for (const person of BENDERS) {
    const own = await prepareExample(stand, route, TARGETS.cm1, person.role);
    if (!mayUse(permission, person, own.belonging, stand.ids)) continue;
    const others: Foreign[] = foreign.map((prepared) => {
      const isHere = prepared.target.school === person.school;
      return { prepared, isForHim: isHere && mayUse(permission, person, prepared.belonging, stand.ids) };
    });
    for (const bent of bentRequests(own, others)) await checkBent(stand, own, person, bent, lying);
    return;
  }
}

async function checkBent(
  stand: Stand,
  own: Prepared,
  person: SamplePerson,
  bent: Bent,
  lying: readonly Planted[],
): Promise<void> {
  const { what, request, more = [], may } = bent;
  const answer = await exchange(stand, own, person, { request, more });
  const name = nameOf(own.route);
  const leak = leakInto(stand, person, answer.text, lying);
  if (leak) {
    fault(
      `${name} with ${what} shows ${person.role} what is in the class ${leak.prepared.target.group} of ` +
        `${leak.prepared.target.school}; ${remedyOf(bent, 'ask for the classes of `access.groups` whatever is sent, or whatever is not')}.`,
    );
  }
  if (may === 'all') return;
  if (may === 'nothing' && bent.part === 'params' && !isAbsent(answer, bent)) {
    const remedy = remedyOf(bent, 'have "params" take z.uuid() only');
    fault(`${name} answered ${answer.status} with ${what} in its address, not 404; ${remedy}.`);
  }
  const isDone = own.route.method === 'post' && !isRefused(answer) && answer.changed.length > 0;
  if ((may === 'nothing' && isDone) || hasTouched(answer, own, bent)) {
    const remedy = remedyOf(bent, 'have "body" take z.uuid() only, and give the route "group" or "load"');
    fault(`${name} with ${what} changed rows; ${remedy}.`);
  }
}

/** An address with an unknown id is answered as not found; an address with another person's id may also be refused. */
function isAbsent(answer: Exchange, { theirs }: Bent): boolean {
  return theirs ? isRefused(answer) : answer.status === 404 || answer.status === 400;
}

/** Whether an existing row of the other class or person changed. */
function hasTouched({ changed }: Exchange, own: Prepared, { theirs }: Bent): boolean {
  if (!theirs) return false;
  const ids: unknown[] = [theirs.personId, theirs.belonging?.groupId].filter((id) => id != null);
  const before = changed.flatMap((row) => own.after.get(rowKey(row)) ?? []);
  return before.some(({ values }) => Object.values(values).some((value) => ids.includes(value)));
}

function remedyOf({ theirs, more, part }: Bent, otherwise: string): string {
  if (!theirs || more || part === 'query') return otherwise;
  return 'look for it by all the ids that are sent at once, or give the route "load", so that the host judges what was found';
}

/** The school in an address must be a UAI, and a school of the person. */
async function checkSchools(stand: Stand): Promise<void> {
  const teacher = stand.session('teacher');
  for (const school of ['', 'undefined', 'null', '0000000A', '*']) {
    const address = brickAddress(school, stand.brick.id, '/');
    const { status } = await teacher.get(address);
    if (status < 400 || status >= 500) fault(`${address} answered ${status}; without a school there is nothing.`);
  }
}
