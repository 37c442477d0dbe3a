// SPDX-License-Identifier: EUPL-1.2
import type { CurrentPlaces } from '../state/current-places.js';
import type { GroupFields, PlacesImage } from '../state/person-state.js';
import { compareFields } from './compare-fields.js';
import { NO_PERSONS } from './merge-plans.js';
import { SchoolPlans } from './school-plans.js';
import type { GroupPlan, SyncPlan } from './sync-plan.js';

/** Plans the changes to schools and groups. Pure. Schools are never removed, and an ended group keeps its row. */
export function planPlaces(before: CurrentPlaces, after: PlacesImage): SyncPlan {
  const plans = new SchoolPlans(before, after);
  planSchools(before, after, plans);
  planGroups(before, after, plans);
  return { source: before.source, ...NO_PERSONS, schools: plans.sorted() };
}

function planSchools(before: CurrentPlaces, after: PlacesImage, plans: SchoolPlans): void {
  for (const school of after.schools.values()) {
    const known = before.schools.get(school.uai);
    const isNew = !before.timeZones.has(school.uai);
    const changes = known ? compareFields(known, school, ['name', 'kind']) : [];
    if (isNew || changes.length > 0) plans.change(school.uai, { ...(isNew && { created: school }), changes });
  }
}

/** Plans groups of this school year that are new, renamed, ended or back. Those of past years stay as they are. */
function planGroups(before: CurrentPlaces, after: PlacesImage, plans: SchoolPlans): void {
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

function planOf({ key, kind, name }: GroupFields): GroupPlan {
  return { key, kind, name };
}
