// SPDX-License-Identifier: EUPL-1.2
import { randomBytes } from 'node:crypto';
import type { ResourceScope } from '../../api/access.js';
import type { BrickRoute } from '../../host/domain/bricks/brick-route.js';
import type { Example, ExampleAbout, ExampleRequest } from './contract-options.js';
import { declaredScope } from './declared-scope.js';
import { fault, reasonOf } from './fault.js';
import { isPersonal, scopesOfRows } from './row-scopes.js';
import { changedRows, readRows, type Row } from './rows.js';
import { SAMPLE_PEOPLE, type SamplePerson, type Target } from './sample-people.js';
import { nameOf, type ContractBench } from './contract-bench.js';

/** A request that is valid for some people, and the resource it is about. */
export interface Prepared {
  readonly route: BrickRoute;
  readonly target: Target;
  /** The id of the person that the request is about. */
  readonly personId: string;
  /** The id of the pupil that the request is about, when the example took one. */
  readonly pupilId: string | undefined;
  readonly marker: string;
  readonly request: ExampleRequest;
  /**
   * The scopes of the request, in each of which the sender needs the permission: given by the route's `group` or `load`,
   * and by the ids in the request. Empty: the whole school.
   */
  readonly scopes: readonly ResourceScope[];
  /** Whether the route's `group` or `load` gave a scope. */
  readonly declared: boolean;
  /** The ids that the request names in its school: a class, a person, a pupil, a row. */
  readonly named: readonly string[];
  /** The rows that the example wrote. */
  readonly rows: readonly Row[];
  /** All rows after the example had written. */
  readonly after: ReadonlyMap<string, Row>;
}

/** The people that an example is about. */
export interface About {
  readonly person?: SamplePerson['role'];
  readonly pupil?: SamplePerson['role'];
}

/** Runs the example and determines the scopes of its request. */
export async function prepareExample(
  bench: ContractBench,
  route: BrickRoute,
  target: Target,
  { person = target.person, pupil = pupilFor(person, target) }: About = {},
): Promise<Prepared> {
  const marker = randomBytes(8).toString('hex');
  const groupId = bench.ids.groupOf(target.group);
  const personId = bench.ids.personOf(person);

  const before = await readRows(bench);
  const { request, pupilId } = await madeBy(bench, route, { marker, groupId, personId, target, pupil });
  const after = await readRows(bench);
  const rows = changedRows(before, after);

  const sent = [request.params, request.query, request.form].flatMap((values) => Object.values(values ?? {}).flat());
  const ids = [groupId, personId, pupilId, ...rows.map(({ values }) => String(values['id']))];
  const named = ids.filter((id) => id !== undefined).filter((id) => sent.includes(id));
  const rowsSent = rows.filter(({ values }) => sent.includes(String(values['id'])));
  const given = await declaredScope(bench, route, { request, school: target.school, rowsSent });
  const byIds = scopesByIds({ groupId, pupilId, named, rowsSent, given, isLoaded: route.load !== undefined });
  const scopes = given ? [given, ...byIds] : byIds;
  return { route, target, personId, pupilId, marker, request, scopes, declared: !!given, named, rows, after };
}

/**
 * The pupil for a person and a class: the person themselves if they are a pupil of the class, their child in the class, or the first pupil
 * of the class.
 */
function pupilFor(role: SamplePerson['role'], target: Target): SamplePerson['role'] {
  const person = SAMPLE_PEOPLE.find((one) => one.role === role && one.school === target.school);
  const isOfClass = (pupil: SamplePerson['role']): boolean =>
    SAMPLE_PEOPLE.some((one) => one.role === pupil && one.ties[target.group] === 'pupil');
  return [role, ...(person?.children ?? [])].find(isOfClass) ?? target.person;
}

interface Making {
  readonly marker: string;
  readonly groupId: string;
  readonly personId: string;
  readonly target: Target;
  readonly pupil: SamplePerson['role'];
}

/** Runs the example. Whether the example reads `about.pupilId` tells whether its request is about a pupil. */
async function madeBy(
  bench: ContractBench,
  route: BrickRoute,
  { marker, groupId, personId, target, pupil }: Making,
): Promise<{ request: ExampleRequest; pupilId: string | undefined }> {
  const { db, storage } = bench.dataIn(target.school);
  const { imports, ids, options } = bench;
  let pupilId: string | undefined;
  const about: ExampleAbout = {
    ...{ school: target.school, groupId, personId, marker, db, storage, imports },
    get pupilId() {
      return (pupilId = ids.personOf(pupil));
    },
  };
  const example: Example = options.examples?.[nameOf(route)] ?? (() => ({}));
  try {
    const request = await example(about);
    return { request, pupilId };
  } catch (error) {
    return fault(`The example of ${nameOf(route)} fails (${reasonOf(error)}); correct it in the test of the contract.`);
  }
}

interface Naming {
  readonly groupId: string;
  readonly pupilId: string | undefined;
  readonly named: readonly string[];
  readonly rowsSent: readonly Row[];
  /** The scope that the route declares. */
  readonly given: ResourceScope | undefined;
  readonly isLoaded: boolean;
}

/** The scopes of the ids that the request names, besides the scope that its route declares. */
function scopesByIds({ groupId, pupilId, named, rowsSent, given, isLoaded }: Naming): ResourceScope[] {
  const ofClass: ResourceScope[] = !given && named.includes(groupId) ? [{ groupId }] : [];
  const ofRows = isLoaded ? [] : scopesOfRows(rowsSent, groupId);
  const known = given ? [given] : ofClass;
  const scopes = [...ofClass, ...(known.length > 0 ? ofRows.filter(isPersonal) : ofRows)];
  const isNamed = pupilId !== undefined && named.includes(pupilId);
  const isKnown = [...known, ...scopes].some((scope) => scope.pupilId === pupilId);
  return isNamed && !isKnown ? [...scopes, { pupilId }] : scopes;
}
