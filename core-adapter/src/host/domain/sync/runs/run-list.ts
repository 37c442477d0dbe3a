// SPDX-License-Identifier: EUPL-1.2
import type { UnitOfWork } from '../../../infra/database/unit-of-work.js';
import { placeOf, type PageOf } from '../../../infra/util/page-of.js';
import { SyncRunRow } from './sync-run.entity.js';
import type { SyncRun } from './sync-runs.js';
import { SyncSourceRow } from '../state/sync-source.entity.js';

/** A source of the settings or of the past, with where it stands. */
export interface SourceRuns {
  readonly name: string;
  /** The last run, whatever came of it. */
  readonly last?: SyncRun;
  /** The last one that changed anything. */
  readonly applied?: SyncRun;
}

/** The runs of every source, the latest first, one page of them. */
export async function findRunPage(unitOfWork: UnitOfWork, asked: number): Promise<PageOf<SyncRun>> {
  const total = await unitOfWork.run((manager) => manager.count(SyncRunRow));
  const { page, pages, skip, take } = placeOf(total, asked);
  const items = await unitOfWork.run((manager) => manager.find(SyncRunRow, { order: { id: 'DESC' }, skip, take }));
  return { items, page, pages, total };
}

/** Those of the settings first, in their order; then those that were read once and are not there any more. */
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
