// SPDX-License-Identifier: EUPL-1.2
import type { HostContext } from '../../../context/host-context.js';
import { SyncRuns, type SyncRun } from '../../../domain/sync/runs/sync-runs.js';
import { SyncSourceRow } from '../../../domain/sync/state/sync-source.entity.js';
import { PLATFORM_URLS } from '../../../http/platform-urls.js';

/** Whether a run waits for a decision. */
export type RunStanding =
  | { readonly state: 'waiting'; readonly decision: 'apply' | 'approve' }
  /** Another run was applied since this one compared the directory, or found that nothing is to change. */
  | { readonly state: 'stale'; readonly appliedRun: number }
  | { readonly state: 'underWay' }
  | { readonly state: 'ended' };

export async function standingOf(
  { applications, database }: Pick<HostContext, 'applications' | 'database'>,
  { id, source, state, baseRun }: SyncRun,
): Promise<RunStanding> {
  if (state === 'writing' || applications.isUnderWay(id)) return { state: 'underWay' };
  if (state !== 'planned' && state !== 'refused') return { state: 'ended' };
  const row = await database.unitOfWork.run((manager) => manager.findOneBy(SyncSourceRow, { name: source }));
  const appliedRun = row?.appliedRun ?? 0;
  if (appliedRun !== baseRun) return { state: 'stale', appliedRun };
  const later = await new SyncRuns(database.unitOfWork).lastReading(source);
  if (later && later.id > id) return { state: 'stale', appliedRun: later.id };
  return { state: 'waiting', decision: state === 'refused' ? 'approve' : 'apply' };
}

export function runUrl(id: number): string {
  return `${PLATFORM_URLS.syncs}/${id}`;
}
