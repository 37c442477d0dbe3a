// SPDX-License-Identifier: EUPL-1.2
import type { BrickJob } from '../../host/domain/bricks/brick-job.js';
import { JobRow } from '../../host/domain/jobs/job.entity.js';
import { fault, reasonOf } from './fault.js';
import { SCHOOLS } from './sample-people.js';
import type { ContractBench } from './contract-bench.js';

/**
 * Runs every job that waits in a school, also those with a later time. @param after the request or event that enqueued them, for the
 * message
 */
export async function runJobs({ host, brick }: ContractBench, school: string, after: string): Promise<void> {
  if (brick.jobs.size === 0) return;
  const { manager } = host.host.database.dataSource;
  const waiting = { brick: brick.id, uai: school };
  // This runs after each request of a check, and TypeORM takes longer to build the SQL than SQLite takes to answer it.
  const anyJob = 'SELECT 1 FROM core_job WHERE brick = ? AND uai = ? LIMIT 1';
  if ((await manager.query<readonly object[]>(anyJob, [brick.id, school])).length === 0) return;
  await manager.update(JobRow, waiting, { dueAt: host.clock.now() });
  for (const { name, error } of await host.runJobs()) {
    if (error !== undefined)
      fault(`The job "${name}" fails (${reasonOf(error)}) after ${after}; see what it works with.`);
  }
}

/** Whether the host enqueues the job: by a cron pattern, or after a sync. */
export function isEnqueuedByHost({ every, afterSync }: Pick<BrickJob, 'every' | 'afterSync'>): boolean {
  return every !== undefined || afterSync;
}

export async function runScheduledJobs(bench: ContractBench): Promise<void> {
  const { host, brick } = bench;
  for (const { name, ...when } of brick.jobs.values()) {
    if (!isEnqueuedByHost(when)) continue;
    for (const school of SCHOOLS) {
      await host.host.jobs.outbox(brick, school).enqueue(name, {});
      const why = when.every === undefined ? 'a sync' : 'the time of its pattern';
      await runJobs(bench, school, `${why} in ${school}`);
    }
  }
}
