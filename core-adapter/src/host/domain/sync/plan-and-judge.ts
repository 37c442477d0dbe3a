// SPDX-License-Identifier: EUPL-1.2
import type { GuardLimits } from '../../../api/directory/directory-source.js';
import { readBaseline } from './baseline/read-baseline.js';
import { JoinForecast } from './classes/join-forecast.js';
import { GroupKinds } from './guard/group-kinds.js';
import { guard } from './guard/guard.js';
import { RetentionStats } from './guard/retention-stats.js';
import type { Verdict } from './guard/verdict.js';
import { addCounts, countPlan, isEmpty, NO_COUNTS, withJoins, type PlanCounts } from './plan/plan-counts.js';
import { planParts } from './plan/plan-parts.js';
import { preparePlan, type PlanContext } from './plan/prepare-plan.js';
import type { SyncPlan } from './plan/sync-plan.js';
import type { Snapshot } from './snapshot/snapshot.js';

/** The result of planning, without the parts of the plan. */
export interface JudgedPlan {
  readonly counts: PlanCounts;
  readonly verdict: Verdict;
  /** The last run applied before the plan was made. */
  readonly baseRun: number;
}

/**
 * Plans a sync and judges it: plan → guard. The guard counts the people of each part as it comes, so that no plan is held whole.
 * @param take gets the parts, in order; none when nothing changes
 */
export async function planAndJudge(
  context: PlanContext & { readonly limits: GuardLimits },
  snapshot: Snapshot,
  take: (part: SyncPlan) => Promise<void>,
): Promise<JudgedPlan> {
  const { unitOfWork, limits } = context;
  const prepared = await preparePlan(context, snapshot);
  const { before, renamed } = prepared;
  const baseline = await readBaseline(unitOfWork, { places: before, renamed }, snapshot);
  const stats = new RetentionStats(baseline, new GroupKinds(before.groups, snapshot.groups));
  const forecast = await JoinForecast.open(unitOfWork, before);
  let counts = NO_COUNTS;
  for await (const part of planParts(prepared)) {
    const { plan, compared, renewed } = part;
    forecast.note(plan);
    for (const { was, is } of compared) stats.compare(was, is);
    for (const schools of renewed) stats.renew(schools);
    if (isEmpty(plan)) continue;
    counts = addCounts(counts, countPlan(plan));
    await take(plan);
  }
  counts = withJoins(counts, await forecast.read(unitOfWork));
  return { counts, verdict: guard(before, snapshot, stats, limits), baseRun: before.baseRun };
}
