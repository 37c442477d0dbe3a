// SPDX-License-Identifier: EUPL-1.2
import type { DirectorySource } from '../../../api/directory-source.js';
import { DEFAULT_TIME_ZONE } from '../directory/default-time-zone.js';
import { schoolYearOf } from '../directory/school-year.js';
import type { SyncRun } from './runs/sync-runs.js';

/** Whether a source was read in full lately. A new school year makes other groups of the same ones. */
export function isRecent(last: SyncRun | undefined, { fullSyncInterval = 0 }: DirectorySource, now: Date): boolean {
  const fullAt = last?.fullAt ?? null;
  if (fullAt === null || now.getTime() - fullAt.getTime() >= fullSyncInterval) return false;
  return schoolYearOf(fullAt, DEFAULT_TIME_ZONE) === schoolYearOf(now, DEFAULT_TIME_ZONE);
}

/** Whether a source with this mark was read in full lately. */
export function isFresh(last: SyncRun | undefined, mark: string, source: DirectorySource, now: Date): boolean {
  return last?.mark === mark && isRecent(last, source, now);
}
