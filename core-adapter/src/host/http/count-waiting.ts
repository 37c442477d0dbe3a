// SPDX-License-Identifier: EUPL-1.2
import type { HostContext } from '../context/host-context.js';
import { findSourceRuns } from '../domain/sync/runs/run-list.js';
import type { SyncRunState } from '../domain/sync/runs/sync-run.entity.js';
import type { SyncRun } from '../domain/sync/runs/sync-runs.js';

/** A sync run in one of these states needs no attention. */
const WELL: readonly (SyncRunState | undefined)[] = ['applied', 'unchanged'];

/**
 * The number of problems on the overview of the platform: bricks that failed, sources with a last run that did not end well or could not
 * read every school.
 */
export async function countWaiting({
  bricks,
  database,
  sources,
}: Pick<HostContext, 'bricks' | 'database' | 'sources'>): Promise<number> {
  const names = sources.map(({ name }) => name);
  const runs = await findSourceRuns(database.unitOfWork, names);
  const isWell = (last: SyncRun | undefined): boolean => WELL.includes(last?.state) && !last?.ignored?.unread;
  const restless = runs.filter(({ name, last }) => names.includes(name) && !isWell(last));
  return bricks.filter(({ state }) => state === 'failed').length + restless.length;
}
