// SPDX-License-Identifier: EUPL-1.2
import type { UnitOfWork } from '../../../infra/database/unit-of-work.js';
import { placeOf, type PageOf } from '../../../infra/util/page-of.js';
import { SyncRunRow } from './sync-run.entity.js';
import type { SyncRun } from './sync-runs.js';
import { SyncSourceRow } from '../state/sync-source.entity.js';

/** A source, configured or former, with its last runs. */
export interface SourceRuns {
  readonly name: string;
  /** The last run, in any state. */
  readonly last?: SyncRun;
  /** The last run that changed anything. */
  readonly applied?: SyncRun;
}

/** One page of the runs of all sources, the latest first. */
export async function findRunPage(unitOfWork: UnitOfWork, asked: number): Promise<PageOf<SyncRun>> {
  const total = await unitOfWork.run((manager) => manager.count(SyncRunRow));
  const { page, pages, skip, take } = placeOf(total, asked);
  const items = await unitOfWork.run((manager) => manager.find(SyncRunRow, { order: { id: 'DESC' }, skip, take }));
  return { items, page, pages, total };
}

/** Configured sources in their order, then former ones. */
export async function findSourceRuns(unitOfWork: UnitOfWork, configured: readonly string[]): Promise<SourceRuns[]> {
  const known = await unitOfWork.run((manager) => manager.find(SyncSourceRow, { order: { name: 'ASC' } }));
  const appliedRuns = new Map(known.map(({ name, appliedRun }) => [name, appliedRun]));
  const names = new Set([...configured, ...appliedRuns.keys()]);
  const sources: SourceRuns[] = [];
  for (const name of names) {
    const last = await unitOfWork.run((manager) =>
      manager.findOne(SyncRunRow, { where: { source: name }, order: { id: 'DESC' } }),
    );
    const applied = await unitOfWork.run((manager) =>
      manager.findOneBy(SyncRunRow, { id: appliedRuns.get(name) ?? 0 }),
    );
    sources.push({ name, ...(last && { last }), ...(applied && { applied }) });
  }
  return sources;
}
