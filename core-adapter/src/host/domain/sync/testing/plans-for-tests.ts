// SPDX-License-Identifier: EUPL-1.2
import type { DirectoryRecord } from '../../../../api/directory-source.js';
import type { PlanCounts } from '../plan/plan-counts.js';
import type { SchoolPlan, SyncPlan } from '../plan/sync-plan.js';
import { currentOf, planSync, snapshotOf } from './records-for-tests.js';

/** The figures of an empty plan. */
export const NONE: PlanCounts = {
  schools: { created: 0, changed: 0 },
  persons: {
    ...{ created: 0, changed: 0, moved: 0, disabled: 0, revived: 0 },
    ...{ joined: 0, released: 0, replaced: 0, homonyms: 0 },
  },
  attachments: { begun: 0, ended: 0 },
  groups: { created: 0, changed: 0, ended: 0, revived: 0 },
  memberships: { added: 0, removed: 0 },
  kinships: { added: 0, removed: 0 },
};

export async function planBetween(before: DirectoryRecord[], after: DirectoryRecord[]): Promise<SyncPlan> {
  return planSync(currentOf(await snapshotOf(before)), await snapshotOf(after));
}

export function schoolPlan(plan: SyncPlan, uai: string): SchoolPlan {
  const found = plan.schools.find((each) => each.uai === uai);
  if (!found) throw new Error(`nothing happens in ${uai}`);
  return found;
}
