// SPDX-License-Identifier: EUPL-1.2
import type { Profile } from '../../../../api/people.js';
import type { Change, SchoolPlan, SyncPlan } from './sync-plan.js';

/** The changes of one person in one school, gathered from all over the plan. */
export interface PersonChanges {
  /** Empty where the plan has only the key of a person. */
  name: string;
  readonly begun: Profile[];
  readonly ended: Profile[];
  /** Keys of groups. */
  readonly entered: string[];
  readonly left: string[];
  readonly changes: Change[];
  /** UAI of the other school of a move. */
  from?: string;
  to?: string;
}

/** By key of the person. */
export type PersonChangesByKey = Map<string, PersonChanges>;

/** Stands for a UAI where changes belong to no school. */
export const NO_SCHOOL = '';

/** Gathers the changes of people from the plan of a school. */
export function changesInSchool({ attachments, memberships }: SchoolPlan): PersonChangesByKey {
  const byKey: PersonChangesByKey = new Map();
  for (const { person, displayName, profile, moved } of attachments.begun) {
    const one = changesOf(byKey, person, displayName);
    one.begun.push(profile);
    if (moved !== undefined) one.from = moved;
  }
  for (const { person, displayName, profile, moved, leavesGrant } of attachments.ended) {
    const one = changesOf(byKey, person, displayName);
    one.ended.push(profile);
    if (leavesGrant) one.changes.push({ field: 'grant', from: '', to: '' });
    if (moved !== undefined) one.to = moved;
  }
  for (const { person, group } of memberships.added) changesOf(byKey, person).entered.push(group);
  for (const { person, group } of memberships.removed) changesOf(byKey, person).left.push(group);
  return byKey;
}

/** People with changed fields, by UAI. */
export function changedBySchool({
  changed,
}: SyncPlan['persons']): Map<string, SyncPlan['persons']['changed'][number][]> {
  const bySchool = new Map<string, SyncPlan['persons']['changed'][number][]>();
  for (const change of changed) {
    for (const uai of change.schools.length > 0 ? change.schools : [NO_SCHOOL]) {
      const there = bySchool.get(uai);
      if (there) there.push(change);
      else bySchool.set(uai, [change]);
    }
  }
  return bySchool;
}

/**
 * Adds kinships to the changes of the guardian. Kinships of a person who is created, disabled or revived are left out.
 * @param isMoving whether a person is created, disabled or revived
 */
export function addKinshipChanges(
  byKey: PersonChangesByKey,
  { added, removed }: SyncPlan['kinships'],
  isMoving: (key: string) => boolean,
): void {
  for (const { guardian, child } of removed) {
    if (!isMoving(guardian) && !isMoving(child)) changesOf(byKey, guardian).changes.push(childChange(child, ''));
  }
  for (const { guardian, child } of added) {
    if (!isMoving(guardian) && !isMoving(child)) changesOf(byKey, guardian).changes.push(childChange('', child));
  }
}

/** Returns the changes of a person so far; stores the name once it is known. */
export function changesOf(byKey: PersonChangesByKey, key: string, name = ''): PersonChanges {
  let one = byKey.get(key);
  if (!one) {
    one = { name, begun: [], ended: [], entered: [], left: [], changes: [] };
    byKey.set(key, one);
  }
  if (name !== '') one.name = name;
  return one;
}

function childChange(from: string, to: string): Change {
  return { field: 'child', from, to };
}
