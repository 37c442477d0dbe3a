// SPDX-License-Identifier: EUPL-1.2
import { ConflictError, InputError, RefusedError, UnavailableError } from '../../../api/errors.js';
import { outdatedPlan } from './state/outdated-plan.js';
import type { Approval } from './approval.js';
import type { SyncRun } from './runs/sync-runs.js';

/**
 * Checks that a run may be applied.
 * @param later the last reading of the source
 * @throws ConflictError, RefusedError, InputError: see `SyncService.apply`
 */
export function requireApplicable(run: SyncRun, later: SyncRun | undefined, approve: Approval | undefined): void {
  requireWaiting(run);
  if (later && later.id > run.id && later.state === 'unchanged') throw overtaken(run, later);
  if (run.state === 'refused' && !approve) throw refusal(run);
  if (approve && approve.reason.trim() === '') throw new InputError('Say why the refused sync is to be applied.');
}

/** The directory was broken and has recovered: the plan made meanwhile would disable accounts by mistake. */
function overtaken({ id, source }: SyncRun, later: SyncRun): ConflictError {
  return new ConflictError(
    `Sync run ${later.id} read "${source}" after the plan of run ${id} was made and found nothing to change: that plan is void.`,
    { details: { id } },
  );
}

/** @throws ConflictError when a run no longer waits to be applied */
function requireWaiting({ id, state }: SyncRun): void {
  if (state === 'writing') throw outdatedPlan(`Sync run ${id} is being applied already.`, { id });
  if (state !== 'planned' && state !== 'refused') {
    throw outdatedPlan(`Sync run ${id} is ${state} and cannot be applied.`, { id });
  }
}

function refusal({ id, source, verdict }: SyncRun): RefusedError {
  const reasons = (verdict?.reasons ?? []).map(({ sentence }) => `- ${sentence}`);
  const more = verdict && verdict.more > 0 ? [`- and ${verdict.more} more`] : [];
  const remedy = `"volee sync show ${id}" shows the plan; "volee sync apply ${id} --approve REASON" applies it all the same.`;
  return new RefusedError(
    [`Sync run ${id} of "${source}" was refused and nothing was changed:`, ...reasons, ...more].join('\n'),
    { remedy, details: { id, source } },
  );
}

export function neverEnding(source: string, time: number): UnavailableError {
  return new UnavailableError(`The directory "${source}" had not said everything after ${time / 1000} s.`, {
    remedy: 'Check that it answers, then run the sync again.',
  });
}
