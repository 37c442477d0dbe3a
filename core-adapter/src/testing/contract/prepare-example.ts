// SPDX-License-Identifier: EUPL-1.2
import { randomBytes } from 'node:crypto';
import type { ZodType } from 'zod';
import type { ResourceScope } from '../../api/access.js';
import type { AnyLoadInput, BrickRoute } from '../../host/domain/bricks/brick-route.js';
import { schoolYearOf } from '../../host/domain/directory/school-year.js';
import type { ExampleRequest } from './contract-options.js';
import { fault, reasonOf } from './fault.js';
import { changedRows, readRows, type Row } from './rows.js';
import type { SamplePerson, Target } from './sample-people.js';
import { nameOf, type ContractBench } from './contract-bench.js';

/** A request that is valid for some persons, and the resource it is about. */
export interface Prepared {
  readonly route: BrickRoute;
  readonly target: Target;
  /** The id of the person that the request is about. */
  readonly personId: string;
  readonly marker: string;
  readonly request: ExampleRequest;
  /** The scope of the request, given by the route's `group` or `load` or, failing that, derived from the ids in the request. */
  readonly belonging: ResourceScope | undefined;
  /** Whether the route's `group` or `load` gave the scope. */
  readonly declared: boolean;
  /** The ids of its school in the request: a class, a person, a row. */
  readonly named: readonly string[];
  /** The rows that the example wrote. */
  readonly rows: readonly Row[];
  /** All rows after the example had written. */
  readonly after: ReadonlyMap<string, Row>;
}

/** Runs the example and determines the scope of its request. */
export async function prepareExample(
  bench: ContractBench,
  route: BrickRoute,
  target: Target,
  person: SamplePerson['role'] = target.person,
): Promise<Prepared> {
  const marker = randomBytes(8).toString('hex');
  const groupId = bench.ids.groupOf(target.group);
  const personId = bench.ids.personOf(person);
  const { db, storage } = bench.held(target.school);
  const example = bench.options.examples?.[nameOf(route)] ?? (() => ({}));

  const before = await readRows(bench);
  const { imports } = bench;
  const about = { school: target.school, groupId, personId, marker, db, storage, imports };
  const request = await madeBy(example, about, route);
  const after = await readRows(bench);
  const rows = changedRows(before, after);

  const sent = [request.params, request.query, request.form].flatMap((values) => Object.values(values ?? {}));
  const ids = [groupId, personId, ...rows.map(({ values }) => String(values['id']))];
  const named = ids.filter((id) => sent.includes(id));
  const declared = await declaredBelonging(route, request, await loadContext(bench, target.school));
  const rowsSent = rows.filter(({ values }) => sent.includes(String(values['id'])));
  const belonging = declared ?? (named.includes(groupId) ? { groupId, ownerId: null } : belongingOf(rowsSent, groupId));
  const isDeclared = declared !== undefined;
  return { route, target, personId, marker, request, belonging, declared: isDeclared, named, rows, after };
}

async function madeBy(
  example: NonNullable<ContractBench['options']['examples']>[string],
  about: Parameters<typeof example>[0],
  route: BrickRoute,
): Promise<ExampleRequest> {
  try {
    return await example(about);
  } catch (error) {
    return fault(`The example of ${nameOf(route)} fails (${reasonOf(error)}); correct it in the test of the contract.`);
  }
}

/** The scope of rows, from columns like those of `ResourceScope` or from any column that contains the id of the class. */
export function belongingOf(rows: readonly Row[], groupId: string): ResourceScope | undefined {
  const ofGroup = rows.some(({ values }) => Object.values(values).includes(groupId));
  if (ofGroup) return { groupId, ownerId: null };
  const owner = rows.map(({ values }) => values['ownerId']).find((id) => typeof id === 'string');
  return typeof owner === 'string' ? { groupId: null, ownerId: owner } : undefined;
}

async function loadContext({ host, db }: ContractBench, uai: string): Promise<Parameters<typeof declaredBelonging>[2]> {
  const { clock, host: running } = host;
  const school = (await running.directory.school(uai)) ?? fault(`The sample has no school ${uai}.`);
  return { db: db(uai), school, clock, schoolYear: schoolYearOf(clock.now(), school.timeZone) };
}

async function declaredBelonging(
  route: BrickRoute,
  request: ExampleRequest,
  { db, ...about }: Pick<AnyLoadInput, 'db' | 'school' | 'schoolYear' | 'clock'>,
): Promise<ResourceScope | undefined> {
  const read = (schema: ZodType | undefined, values: unknown, part: string): unknown => {
    if (!schema) return undefined;
    const parsed = schema.safeParse(values ?? {});
    if (parsed.success) return parsed.data;
    const problem = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ');
    return fault(`The example of ${nameOf(route)} gives ${part} that the route refuses (${problem}); correct it.`);
  };
  const input = {
    params: read(route.params, request.params, 'params'),
    query: read(route.query, request.query, 'a query'),
    body: read(route.body, request.form, 'a form'),
    db,
    ...about,
  } as AnyLoadInput;

  if (route.group) return { groupId: route.group(input), ownerId: null };
  if (!route.load) return undefined;
  const loaded = await route.load(input);
  if (!loaded)
    return fault(`The example of ${nameOf(route)} names no row that "load" finds; have it write the row first.`);
  const { groupId, ownerId } = loaded;
  if (!groupId && !ownerId) {
    return fault(
      `The result of "load" of ${nameOf(route)} belongs to no class and to no person (groupId and ownerId are null), so ` +
        'that nobody may access it; return the groupId or the ownerId of the row.',
    );
  }
  return { groupId: groupId ?? null, ownerId: ownerId ?? null };
}
