// SPDX-License-Identifier: EUPL-1.2
import { MoreThanOrEqual, type EntityManager } from 'typeorm';
import { SyncSourceRow } from './state/sync-source.entity.js';

/** Ends leases on sources that end at a time of a clock that had leapt: the process may be gone, and nobody would follow the source. */
export async function endLateWatches(manager: EntityManager, leaptAt: Date, now: Date): Promise<void> {
  await manager.update(SyncSourceRow, { watchedUntil: MoreThanOrEqual(leaptAt) }, { watchedUntil: now });
}
