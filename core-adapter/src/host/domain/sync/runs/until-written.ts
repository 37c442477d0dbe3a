// SPDX-License-Identifier: EUPL-1.2
import type { UnitOfWork } from '../../../infra/database/unit-of-work.js';
import { SyncSourceRow } from '../state/sync-source.entity.js';
import { SyncRunRow } from './sync-run.entity.js';

/** A run is marked as being written some milliseconds before its process takes the lock. */
const MOST_WAITS = 100;

/** Waits for the end of a run that another request is applying, as long as the database waits for the lock on its source. */
export async function untilWritten(unitOfWork: UnitOfWork, id: number): Promise<void> {
  for (let left = MOST_WAITS; left > 0; left -= 1) {
    const run = await unitOfWork.run((manager) => manager.findOneBy(SyncRunRow, { id }));
    if (run?.state !== 'writing') return;
    await waitForWriter(unitOfWork, run.source);
  }
}

/** On SQLite, a transaction waits by itself for the one that writes. */
async function waitForWriter(unitOfWork: UnitOfWork, name: string): Promise<void> {
  await unitOfWork.transaction(async (manager) => {
    const query = manager.createQueryBuilder(SyncSourceRow, 'source').where({ name });
    if (manager.connection.options.type !== 'better-sqlite3') query.setLock('pessimistic_write');
    await query.getOne();
  });
}
