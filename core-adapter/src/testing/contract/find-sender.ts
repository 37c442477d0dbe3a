// SPDX-License-Identifier: EUPL-1.2
import { mayUse } from './expectation.js';
import { prepareExample, type Prepared } from './prepare-example.js';
import type { SamplePerson } from './sample-people.js';
import { peopleIn, type Stand } from './stand.js';

/** Somebody who may send this about this class: the person it is about, or else anybody of the school. */
export async function findSender(
  stand: Stand,
  prepared: Prepared,
): Promise<{ person: SamplePerson; prepared: Prepared } | undefined> {
  const { route, target, belonging } = prepared;
  const permission = stand.brick.manifest.permissions?.[route.access] ?? { profiles: [] };
  const here = peopleIn(target.school);
  const able = here.find((person) => mayUse(permission, person, belonging, stand.ids));
  if (able) return { person: able, prepared };
  // What is somebody's own may be nothing to the one whom it was tried with: a guardian may own what a pupil may not.
  if (belonging?.ownerId == null) return undefined;
  const owner = here.find(({ profiles }) => profiles.some((profile) => permission.profiles.includes(profile)));
  return owner && { person: owner, prepared: await prepareExample(stand, route, target, owner.role) };
}
