// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import { brickAddress } from '../../../host/web/brick-address.js';
import type { ExampleRequest } from '../contract-options.js';
import { exchange, isRefused } from '../exchange.js';
import { mayUse } from '../expectation.js';
import { fault } from '../fault.js';
import { leakInto, plant, type Planted } from '../plant.js';
import { prepareExample, type Prepared } from '../prepare-example.js';
import { emptyTables } from '../rows.js';
import { SAMPLE_PEOPLE, TARGETS, type SamplePerson } from '../sample-people.js';
import { nameOf, type Stand } from '../stand.js';
import { targetOf } from './check-leaks.js';

type Part = 'params' | 'query' | 'form';
const UUID = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i;
const NO_IDS = ['1', "' OR 1=1 --", 'undefined', 'null'];

/** Ids that are none, ids of nothing, no id at all, and a foreign id beside one's own: never everything, never another's. */
export async function checkIds(stand: Stand): Promise<void> {
  await emptyTables(stand);
  const planted: Planted[] = [];
  for (const target of [TARGETS.cm2, TARGETS.sixthA]) planted.push(...(await plant(stand, target)));
  const others = planted.map(({ prepared }) => prepared);

  for (const route of stand.brick.routes) {
    const permission = stand.brick.manifest.permissions?.[route.access] ?? { profiles: [] };
    for (const person of SAMPLE_PEOPLE) {
      // One of the class is enough: what he may ask for is bent, and who may is judged elsewhere.
      if (targetOf(person) !== TARGETS.cm1 || person.profiles.length > 1) continue;
      const own = await prepareExample(stand, route, TARGETS.cm1, person.role);
      if (!mayUse(permission, person, own.belonging, stand.ids)) continue;
      const foreign = others.filter((other) => other.route === route);
      for (const bent of bentRequests(own, foreign)) await checkBent(stand, own, person, bent, planted);
      break;
    }
  }
  await checkSchools(stand);
  await emptyTables(stand);
}

interface Bent {
  readonly what: string;
  readonly inAddress: boolean;
  readonly request: ExampleRequest;
  readonly more?: readonly (readonly [string, string])[];
}

function bentRequests({ request, named }: Prepared, others: readonly Prepared[]): Bent[] {
  const bent: Bent[] = [];
  for (const part of ['params', 'query', 'form'] as const satisfies Part[]) {
    for (const [name, value] of Object.entries(request[part] ?? {})) {
      const foreign = part === 'params' ? [] : others.flatMap((other) => other.request[part]?.[name] ?? []);
      for (const theirs of part === 'query' ? foreign : []) {
        const what = `the ${name} of another class`;
        bent.push({ what, inAddress: false, request: replaced(request, part, { [name]: theirs }) });
      }
      if (!UUID.test(value) && !named.includes(value)) continue;
      for (const instead of [randomUUID(), ...NO_IDS]) {
        const what = `${name}=${instead}`;
        bent.push({ what, inAddress: part === 'params', request: replaced(request, part, { [name]: instead }) });
      }
      if (part === 'params') continue;
      const { [name]: _, ...without } = request[part] ?? {};
      if (part === 'query')
        bent.push({ what: `no ${name}`, inAddress: false, request: { ...request, query: without } });
      for (const theirs of foreign) {
        bent.push({ what: `a second ${name}, of another class`, inAddress: false, request, more: [[name, theirs]] });
      }
    }
  }
  return bent;
}

function replaced(request: ExampleRequest, part: Part, values: Readonly<Record<string, string>>): ExampleRequest {
  return { ...request, [part]: { ...request[part], ...values } };
}

async function checkBent(
  stand: Stand,
  own: Prepared,
  person: SamplePerson,
  { what, inAddress, request, more = [] }: Bent,
  planted: readonly Planted[],
): Promise<void> {
  const { route } = own;
  const answer = await exchange(stand, own, person, { request, more });
  const name = nameOf(route);
  if (inAddress && answer.status !== 404 && answer.status !== 400) {
    fault(`${name} answered ${answer.status} with ${what} in its address, not 404; have "params" take z.uuid() only.`);
  }
  const leak = leakInto(stand, person, answer.text, planted);
  if (leak) {
    fault(
      `${name} with ${what} shows ${person.role} what is in the class ${leak.prepared.target.group} of ` +
        `${leak.prepared.target.school}; ask for the classes of \`access.groups\` whatever is sent, or whatever is not.`,
    );
  }
  if (route.method === 'post' && !isRefused(answer) && answer.changed.length > 0) {
    fault(`${name} with ${what} changed rows; have "body" take z.uuid() only, and give the route "group" or "load".`);
  }
}

/** The school of an address is a UAI, and one of the person's. */
async function checkSchools(stand: Stand): Promise<void> {
  const teacher = stand.session('teacher');
  for (const school of ['', 'undefined', 'null', '0000000A', '*']) {
    const address = brickAddress(school, stand.brick.id, '/');
    const { status } = await teacher.get(address);
    if (status < 400 || status >= 500) fault(`${address} answered ${status}; without a school there is nothing.`);
  }
}
