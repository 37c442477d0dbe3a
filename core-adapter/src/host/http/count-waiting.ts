// SPDX-License-Identifier: EUPL-1.2
import type { Request } from 'express';
import type { HostContext } from '../context/host-context.js';
import { findSourceRuns, type SourceRuns } from '../domain/sync/runs/run-list.js';
import type { SyncRunState } from '../domain/sync/runs/sync-run.entity.js';
import type { SyncRun } from '../domain/sync/runs/sync-runs.js';

/** A sync run in one of these states needs no attention. */
const WITHOUT_PROBLEM: readonly (SyncRunState | undefined)[] = ['applied', 'unchanged'];

type RunServices = Pick<HostContext, 'database' | 'sources'>;

const runsOfRequests = new WeakMap<Request, Promise<readonly SourceRuns[]>>();

/** The last runs of the sources; read once in a request, which counts problems on every page of the console. */
export function sourceRunsOf({ database, sources }: RunServices, request: Request): Promise<readonly SourceRuns[]> {
  const names = sources.map(({ name }) => name);
  const runs = runsOfRequests.get(request) ?? findSourceRuns(database.unitOfWork, names);
  runsOfRequests.set(request, runs);
  return runs;
}

/**
 * The number of problems on the overview of the platform: bricks that failed, sources with a last run that did not end well or could not
 * read every school.
 */
export async function countWaiting(
  context: RunServices & Pick<HostContext, 'bricks'>,
  request: Request,
): Promise<number> {
  const { bricks, sources } = context;
  const names = sources.map(({ name }) => name);
  const runs = await sourceRunsOf(context, request);
  const hasNoProblem = (last: SyncRun | undefined): boolean =>
    WITHOUT_PROBLEM.includes(last?.state) && !last?.ignored?.unread;
  const withProblem = runs.filter(({ name, last }) => names.includes(name) && !hasNoProblem(last));
  return bricks.filter(({ state }) => state === 'failed').length + withProblem.length;
}
