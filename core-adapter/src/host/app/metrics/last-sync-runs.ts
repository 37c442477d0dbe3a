// SPDX-License-Identifier: EUPL-1.2
import { In } from 'typeorm';
import type { UnitOfWork } from '../../infra/database/unit-of-work.js';
import { SyncRunRow } from '../../domain/sync/runs/sync-run.entity.js';

/** The last run of a source that came to a state. */
export interface LastRun extends Pick<SyncRunRow, 'id' | 'source' | 'state' | 'startedAt' | 'endedAt' | 'counts'> {
  /** How many of this source have come to this state. */
  readonly total: number;
}

/** Of each source the last run that came to each state. */
export function lastSyncRuns(unitOfWork: UnitOfWork): Promise<LastRun[]> {
  return unitOfWork.run(async (manager) => {
    const last = await manager
      .createQueryBuilder(SyncRunRow, 'run')
      .select('MAX(run.id)', 'id')
      .addSelect('COUNT(*)', 'total')
      .groupBy('run.source')
      .addGroupBy('run.state')
      .getRawMany<{ id: number; total: number | string }>();
    // MariaDB gives a count as text.
    const totals = new Map(last.map(({ id, total }) => [id, Number(total)]));
    const runs = await manager.find(SyncRunRow, {
      select: { id: true, source: true, state: true, startedAt: true, endedAt: true, counts: true },
      where: { id: In([...totals.keys()]) },
    });
    return runs.map((run) => ({ ...run, total: totals.get(run.id) ?? 0 }));
  });
}
