// SPDX-License-Identifier: EUPL-1.2
import type { ResourceScope, Permission } from '../../api/access.js';
import type { SampleClass, SamplePerson } from './sample-people.js';

/** Maps ids of a running host to the hand-written sample, which cannot know them. */
export interface SampleIds {
  /** The class of the sample that has this id. */
  classOf(groupId: string): SampleClass | undefined;
  personOf(role: SamplePerson['role']): string;
}

/**
 * Whether the person must have access in their school. Computed from the sample and not by the host, so that a fault in
 * the host's decision is found.
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

/** Whether something of the person's school may appear on a page that they read. */
export function mayKnow(person: SamplePerson, belonging: ResourceScope | undefined, ids: SampleIds): boolean {
  if (!belonging || belonging.ownerId === ids.personOf(person.role)) return true;
  return tieTo(person, belonging, ids) !== undefined;
}

function tieTo(person: SamplePerson, { groupId }: ResourceScope, ids: SampleIds): SamplePerson['ties'][SampleClass] {
  const group = groupId == null ? undefined : ids.classOf(groupId);
  return group && person.ties[group];
}
