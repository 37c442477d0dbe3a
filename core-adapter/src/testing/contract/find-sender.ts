// SPDX-License-Identifier: EUPL-1.2
import { mayUse } from './expectation.js';
import { prepareExample, type Prepared } from './prepare-example.js';
import type { SamplePerson } from './sample-people.js';
import { peopleIn, permissionOf, type ContractBench } from './contract-bench.js';

/** Finds a person who may send this request about this class: the person it is about or, failing that, another person of the school. */
export async function findSender(
  bench: ContractBench,
  prepared: Prepared,
): Promise<{ person: SamplePerson; prepared: Prepared } | undefined> {
  const { route, target, scopes } = prepared;
  const permission = permissionOf(bench, route);
  const here = peopleIn(target.school);
  const able = here.find((person) => mayUse(permission, person, scopes, bench.ids));
  if (able) return { person: able, prepared };
  // The profile of the person in the example may not be allowed to own this resource: a guardian may own things that a
  // pupil may not.
  if (!scopes.some(({ ownerId }) => ownerId != null)) return undefined;
  const owner = here.find(({ profiles }) => profiles.some((profile) => permission.profiles.includes(profile)));
  return owner && { person: owner, prepared: await prepareExample(bench, route, target, { person: owner.role }) };
}
