// SPDX-License-Identifier: EUPL-1.2
import type { SyncRun } from '../../host/domain/sync/runs/sync-runs.js';

/** The outcome of a run, as the commands say it. A run without figures was not read: a directory that lost read rights says that nothing changed, too. */
export function outcomeOf({ state, counts }: Pick<SyncRun, 'state' | 'counts'>): string {
  if (state !== 'unchanged') return state;
  return counts === null ? 'not read, the directory says nothing changed' : 'nothing changed';
}
