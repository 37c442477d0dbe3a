// SPDX-License-Identifier: EUPL-1.2
import type { Clock } from '../../../api/log.js';
import type { UnitOfWork } from '../../infra/database/unit-of-work.js';
import { applyPlan, type ApplyOptions } from './apply/apply-plan.js';
import { findOwners } from './apply/claim-source.js';
import { readPlanToApply } from './runs/stored-plan.js';
import type { SyncRun, SyncRuns } from './runs/sync-runs.js';
import type { SyncProgress } from './sync-progress.js';

interface WriteTools extends Pick<ApplyOptions, 'onDisabled' | 'onBegun' | 'onRegrouped'> {
  readonly unitOfWork: UnitOfWork;
  readonly clock: Clock;
  readonly runs: SyncRuns;
  readonly onProgress?: SyncProgress;
}

/**
 * Applies the plan of a run and ends the run, in one transaction.
 * @returns the UAIs of the schools in which groups got or lost members or teachers
 */
export async function writeRun(
  run: SyncRun,
  approval: Partial<SyncRun>,
  { unitOfWork, clock, runs, onDisabled, onBegun, onRegrouped, onProgress }: WriteTools,
): Promise<readonly string[]> {
  const now = clock.now();
  const { created = 0, changed = 0, disabled = 0, revived = 0 } = run.counts?.persons ?? {};
  onProgress?.('writing', created + changed + disabled + revived);
  const owners = await unitOfWork.run((manager) => findOwners(manager, run));
  let regrouped: readonly string[] = [];
  await unitOfWork.transaction(async (manager) => {
    await applyPlan(unitOfWork, () => readPlanToApply(manager, run.id), {
      ...{ run, now, owners },
      ...(onDisabled && { onDisabled }),
      ...(onBegun && { onBegun }),
      onRegrouped: async (transaction, uais) => {
        regrouped = uais;
        await onRegrouped?.(transaction, uais);
      },
    });
    await runs.end(run.id, { state: 'applied', endedAt: now, failure: null, ...approval });
  });
  return regrouped;
}
