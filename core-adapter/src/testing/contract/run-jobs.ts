// SPDX-License-Identifier: EUPL-1.2
import { JobRow } from '../../host/domain/jobs/job.entity.js';
import { fault, reasonOf } from './fault.js';
import { SCHOOLS } from './sample-people.js';
import type { ContractBench } from './contract-bench.js';

/** Runs every job that waits in a school, also those with a later time. @param after what enqueued them, for the message */
export async function runJobs({ host, brick }: ContractBench, school: string, after: string): Promise<void> {
  if (brick.jobs.size === 0) return;
  const { manager } = host.host.database.dataSource;
  const waiting = { brick: brick.id, uai: school };
  // After each request of a check: TypeORM takes longer to put this into words than SQLite to answer.
  const anyJob = 'SELECT 1 FROM core_job WHERE brick = ? AND uai = ? LIMIT 1';
  if ((await manager.query<readonly object[]>(anyJob, [brick.id, school])).length === 0) return;
  await manager.update(JobRow, waiting, { dueAt: host.clock.now() });
  for (const { name, error } of await host.runJobs()) {
    if (error !== undefined)
      fault(`The job "${name}" fails (${reasonOf(error)}) after ${after}; see what it works with.`);
  }
}

/** Runs each job with a cron pattern in every school. */
export async function runScheduledJobs(bench: ContractBench): Promise<void> {
  const { host, brick } = bench;
  for (const { name, every } of brick.jobs.values()) {
    if (every === undefined) continue;
    for (const school of SCHOOLS) {
      await host.host.jobs.outbox(brick, school).enqueue(name, {});
      await runJobs(bench, school, `the time of its pattern in ${school}`);
    }
  }
}
