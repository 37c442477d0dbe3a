// SPDX-License-Identifier: EUPL-1.2
import type { DirectoryRecord } from '../../../../api/directory/directory-source.js';
import type { SchoolPlan, SyncPlan } from '../plan/sync-plan.js';
import { currentOf, planSync, snapshotOf } from './records-for-tests.js';

export async function planBetween(before: DirectoryRecord[], after: DirectoryRecord[]): Promise<SyncPlan> {
  return planSync(currentOf(await snapshotOf(before)), await snapshotOf(after));
}

export function schoolPlan(plan: SyncPlan, uai: string): SchoolPlan {
  const found = plan.schools.find((each) => each.uai === uai);
  if (!found) throw new Error(`nothing happens in ${uai}`);
  return found;
}
