// SPDX-License-Identifier: EUPL-1.2
import type { MembershipRole } from '../../../api/directory-source.js';
import { compareFields } from './compare-fields.js';
import type { CurrentImage } from '../image/current-image.js';
import { groupKey, type DirectoryImage, type GroupFields } from '../image/directory-image.js';
import type { SchoolPlans } from './school-plans.js';
import type { GroupPlan, MembershipPlan } from './sync-plan.js';

/** Groups of this school year that are new, renamed, gone or back. Those of past years are left alone. */
export function planGroups(before: CurrentImage, after: DirectoryImage, plans: SchoolPlans): void {
  for (const [key, group] of after.groups) {
    const known = before.groups.get(key);
    const changes = known ? compareFields(known, group, ['name', 'kind']) : [];
    if (before.ended.has(key)) plans.of(group.uai).groups.revived.push(planOf(group));
    else if (!known) plans.of(group.uai).groups.created.push(planOf(group));
    else if (changes.length > 0) plans.of(group.uai).groups.changed.push({ group: planOf(group), changes });
  }
  for (const [key, group] of before.groups) {
    if (!after.groups.has(key)) plans.of(group.uai).groups.ended.push(planOf(group));
  }
}

/** A change of role is a removal and an addition. */
export function planMemberships(before: DirectoryImage, after: DirectoryImage, plans: SchoolPlans): void {
  for (const group of after.groups.values()) {
    const added = missing(group, after, before);
    if (added.length > 0) plans.of(group.uai).memberships.added.push(...added);
  }
  for (const group of before.groups.values()) {
    const removed = missing(group, before, after);
    if (removed.length > 0) plans.of(group.uai).memberships.removed.push(...removed);
  }
}

const NONE: ReadonlyMap<string, MembershipRole> = new Map();

/** Memberships of a group in one image that the other does not have. */
function missing({ uai, key }: GroupFields, image: DirectoryImage, other: DirectoryImage): MembershipPlan[] {
  const otherMembers = other.memberships.get(groupKey(uai, key)) ?? NONE;
  return [...(image.memberships.get(groupKey(uai, key)) ?? NONE)]
    .filter(([person, role]) => otherMembers.get(person) !== role)
    .map(([person, role]) => ({ group: key, person, role }));
}

function planOf({ key, kind, name }: GroupFields): GroupPlan {
  return { key, kind, name };
}
