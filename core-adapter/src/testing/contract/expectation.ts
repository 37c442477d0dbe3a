// SPDX-License-Identifier: EUPL-1.2
import type { ResourceScope, Permission } from '../../api/access.js';
import type { SampleClass, SamplePerson } from './sample-people.js';

/** Who is who in a host that runs: the ids that the hand-written sample cannot know. */
export interface SampleIds {
  /** The class of the sample that has this id. */
  classOf(groupId: string): SampleClass | undefined;
  personOf(role: SamplePerson['role']): string;
}

/**
 * Whether somebody must get what he asks for in his school. Worked out anew from the sample, and not by the host's own
 * judgement: one that is wrong there must not be right here.
 */
export function mayUse(
  permission: Permission,
  person: SamplePerson,
  belonging: ResourceScope | undefined,
  ids: SampleIds,
): boolean {
  if (!person.profiles.some((profile) => permission.profiles.includes(profile))) return false;
  if (!belonging || belonging.ownerId === ids.personOf(person.role)) return true;
  const tie = tieTo(person, belonging, ids);
  return tie !== undefined && permission.profiles.includes(tie);
}

/** Whether a thing of his school may show on some page of his. */
export function mayKnow(person: SamplePerson, belonging: ResourceScope | undefined, ids: SampleIds): boolean {
  if (!belonging || belonging.ownerId === ids.personOf(person.role)) return true;
  return tieTo(person, belonging, ids) !== undefined;
}

function tieTo(person: SamplePerson, { groupId }: ResourceScope, ids: SampleIds): SamplePerson['ties'][SampleClass] {
  const group = groupId === null ? undefined : ids.classOf(groupId);
  return group && person.ties[group];
}
