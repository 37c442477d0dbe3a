// SPDX-License-Identifier: EUPL-1.2
import type { ZodType } from 'zod';
import type { ResourceScope } from '../../api/access.js';
import type { AnyInput, BrickRoute } from '../../host/domain/bricks/brick-route.js';
import { schoolYearOf } from '../../host/domain/directory/school-year.js';
import type { ExampleRequest } from './contract-options.js';
import { nameOf, type ContractBench } from './contract-bench.js';
import { keysOf } from './expectation.js';
import { fault } from './fault.js';
import { refuseWider } from './row-scopes.js';
import type { Row } from './rows.js';

interface Declaring {
  readonly request: ExampleRequest;
  readonly school: string;
  /** The rows that the request names. */
  readonly rowsSent: readonly Row[];
}

/** The scope that the route's `group` or `load` gives for a request; undefined for a route with neither. */
export async function declaredScope(
  bench: ContractBench,
  route: BrickRoute,
  { request, school, rowsSent }: Declaring,
): Promise<ResourceScope | undefined> {
  const input = await inputOf(bench, route, request, school);
  if (route.group) return { groupId: route.group(input) };
  if (!route.load) return undefined;
  const where = nameOf(route);
  const loaded = await route.load(input);
  if (!loaded) return fault(`The example of ${where} names no row that "load" finds; have it write the row first.`);
  refuseNobody(where, loaded);
  refuseWider(where, loaded, rowsSent);
  const { groupId, ownerId, pupilId, schoolWide, visibleTo } = loaded;
  return {
    ...(groupId != null && { groupId }),
    ...(ownerId != null && { ownerId }),
    ...(pupilId != null && { pupilId }),
    ...(schoolWide && { schoolWide }),
    ...(visibleTo && { visibleTo }),
  };
}

async function inputOf(
  { host, db }: ContractBench,
  route: BrickRoute,
  request: ExampleRequest,
  uai: string,
): Promise<AnyInput> {
  const read = (schema: ZodType | undefined, values: unknown, part: string): unknown => {
    if (!schema) return undefined;
    const parsed = schema.safeParse(values ?? {});
    if (parsed.success) return parsed.data;
    const problem = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ');
    return fault(`The example of ${nameOf(route)} gives ${part} that the route refuses (${problem}); correct it.`);
  };
  const { clock } = host;
  const school = (await host.host.directory.school(uai)) ?? fault(`The sample has no school ${uai}.`);
  return {
    params: read(route.params, request.params, 'params'),
    query: read(route.query, request.query, 'a query'),
    body: read(route.body, request.form, 'a form'),
    ...{ db: db(uai), school, clock, schoolYear: schoolYearOf(clock.now(), school.timeZone) },
    directory: host.host.directory.inSchool(school),
  } as AnyInput;
}

/** Fails when a scope relates nobody. */
function refuseNobody(where: string, loaded: ResourceScope): void {
  if (keysOf(loaded) !== undefined) return;
  const result = `The result of "load" of ${where}`;
  if (loaded.pupilId === null) {
    fault(`${result} has no pupil (pupilId is null), so that nobody may access it; leave the key out.`);
  }
  const { groupId, ownerId, pupilId, schoolWide } = loaded;
  if ('ownerId' in loaded && (ownerId === undefined || (schoolWide && ownerId === null))) {
    fault(
      `${result} has no owner (ownerId is ${ownerId}), so that nobody may access it; ` +
        'read the ownerId of the row, or leave the key out.',
    );
  }
  const keys = Object.entries({ groupId, ownerId, pupilId, schoolWide }).flatMap(([key, value]) =>
    value == null ? [] : [key],
  );
  if (keys.length > 0) {
    fault(
      `${result} has ${keys.join(' and ')}, which together are no scope, so that nobody may access it; ` +
        'return one of the combinations of ResourceScope.',
    );
  }
  fault(
    `${result} belongs to no class and to no person (groupId and ownerId are null), so that nobody may access it; ` +
      'return the groupId, ownerId or pupilId of the row, or schoolWide.',
  );
}
