// SPDX-License-Identifier: EUPL-1.2
import type { SyncRun } from '../../host/domain/sync/runs/sync-runs.js';

/** The outcome of a run, as the commands say it. Without figures, nothing was read: a directory without read rights says the same. */
export function outcomeOf({ state, counts }: Pick<SyncRun, 'state' | 'counts'>): string {
  if (state !== 'unchanged') return state;
  return counts === null ? 'not read, the directory says nothing changed' : 'nothing changed';
}
