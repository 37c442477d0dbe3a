// SPDX-License-Identifier: EUPL-1.2
import { In } from 'typeorm';
import type { UnitOfWork } from '../database/unit-of-work.js';
import { SyncRunRow } from '../sync/runs/sync-run.entity.js';

export type LastRun = Pick<SyncRunRow, 'source' | 'state' | 'startedAt'>;

/** Of each source the last run that came to each state. */
export function lastSyncRuns(unitOfWork: UnitOfWork): Promise<LastRun[]> {
  return unitOfWork.run(async (manager) => {
    const last = await manager
      .createQueryBuilder(SyncRunRow, 'run')
      .select('MAX(run.id)', 'id')
      .groupBy('run.source')
      .addGroupBy('run.state')
      .getRawMany<{ id: number }>();
    const ids = last.map(({ id }) => id);
    return manager.find(SyncRunRow, {
      select: { id: true, source: true, state: true, startedAt: true },
      where: { id: In(ids) },
    });
  });
}
