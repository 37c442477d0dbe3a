// SPDX-License-Identifier: EUPL-1.2
import type { DirectorySource } from '../../../api/directory/directory-source.js';
import { DEFAULT_TIME_ZONE } from '../directory/default-time-zone.js';
import { schoolYearOf } from '../directory/school-year.js';
import type { SyncRun } from './runs/sync-runs.js';

/** Whether the last full reading of a source is recent. A new school year makes it outdated: groups belong to a school year. */
export function isRecent(last: SyncRun | undefined, { fullSyncInterval = 0 }: DirectorySource, now: Date): boolean {
  const fullAt = last?.fullAt ?? null;
  if (fullAt === null || now.getTime() - fullAt.getTime() >= fullSyncInterval) return false;
  return schoolYearOf(fullAt, DEFAULT_TIME_ZONE) === schoolYearOf(now, DEFAULT_TIME_ZONE);
}

/** Whether the last full reading is recent and the fingerprint is unchanged. */
export function isUpToDate(last: SyncRun | undefined, mark: string, source: DirectorySource, now: Date): boolean {
  return last?.mark === mark && isRecent(last, source, now);
}
