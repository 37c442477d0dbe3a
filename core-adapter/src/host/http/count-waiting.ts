// SPDX-License-Identifier: EUPL-1.2
import type { HostContext } from '../context/host-context.js';
import { findSourceRuns } from '../domain/sync/runs/run-list.js';
import type { SyncRunState } from '../domain/sync/runs/sync-run.entity.js';
import type { SyncRun } from '../domain/sync/runs/sync-runs.js';

/** A sync run in one of these states needs no attention. */
const WITHOUT_PROBLEM: readonly (SyncRunState | undefined)[] = ['applied', 'unchanged'];

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
  const hasNoProblem = (last: SyncRun | undefined): boolean =>
    WITHOUT_PROBLEM.includes(last?.state) && !last?.ignored?.unread;
  const withProblem = runs.filter(({ name, last }) => names.includes(name) && !hasNoProblem(last));
  return bricks.filter(({ state }) => state === 'failed').length + withProblem.length;
}
