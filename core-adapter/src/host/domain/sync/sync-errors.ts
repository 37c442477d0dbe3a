// SPDX-License-Identifier: EUPL-1.2
import { ConflictError, RefusedError, UnavailableError } from '../../../api/errors.js';
import type { SyncRun } from './runs/sync-runs.js';

/** The directory was broken and has recovered: the plan made meanwhile would disable accounts by mistake. */
export function overtaken({ id, source }: SyncRun, later: SyncRun): ConflictError {
  return new ConflictError(
    `Sync run ${later.id} read "${source}" after the plan of run ${id} was made and found nothing to change: that plan is void.`,
    { details: { id } },
  );
}

export function refusal({ id, source, verdict }: SyncRun): RefusedError {
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
