// SPDX-License-Identifier: EUPL-1.2
import type { EntityManager } from 'typeorm';
import type { UnitOfWork } from '../../../infra/database/unit-of-work.js';
import { SyncSourceRow } from '../state/sync-source.entity.js';
import { SyncRunRow } from './sync-run.entity.js';

const KILLED = 'The process ended while it wrote: nothing of this run was written.';

/**
 * Marks the runs of a source that were being written when their process was killed. A process that writes holds the lock on the row of the
 * source (`claimSource`), on SQLite on the database; the lock ends with the process, so that a free lock tells that nobody writes.
 */
export async function markBrokenOff(unitOfWork: UnitOfWork, source: string, endedAt: Date): Promise<void> {
  const isWriting = { source, state: 'writing' } as const;
  if (!(await unitOfWork.run((manager) => manager.existsBy(SyncRunRow, isWriting)))) return;
  await unitOfWork.transaction(async (manager) => {
    if (!(await lockSource(manager, source))) return;
    await manager.update(SyncRunRow, isWriting, { state: 'broken off', endedAt, failure: KILLED });
  });
}

/** Whether the row is free. On SQLite, BEGIN IMMEDIATE has locked everything. */
async function lockSource(manager: EntityManager, name: string): Promise<boolean> {
  const query = manager.createQueryBuilder(SyncSourceRow, 'source').where({ name });
  if (manager.connection.options.type !== 'better-sqlite3')
    query.setLock('pessimistic_write').setOnLocked('skip_locked');
  return (await query.getOne()) !== null;
}
