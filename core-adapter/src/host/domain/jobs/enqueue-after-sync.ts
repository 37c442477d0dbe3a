// SPDX-License-Identifier: EUPL-1.2
import type { EntityManager } from 'typeorm';
import { insertRows } from '../../infra/database/insert-rows.js';
import type { ReadyBrick } from '../bricks/loaded-brick.js';
import { batches } from '../directory/batches.js';
import { newJob } from './job-outbox.js';
import { schoolsOf } from './job-schedules.js';
import { JobRow } from './job.entity.js';

/** The key of these jobs: one that still waits is replaced by that of the next sync. */
const AFTER_SYNC = 'after sync';

/** Enqueues the jobs that follow a sync, in those of these schools where their brick is on. */
export async function enqueueAfterSync(
  manager: EntityManager,
  uais: readonly string[],
  { bricks, now }: { readonly bricks: readonly Pick<ReadyBrick, 'id' | 'jobs'>[]; readonly now: Date },
): Promise<void> {
  const following = bricks.flatMap(({ id: brick, jobs }) =>
    [...jobs.values()].filter(({ afterSync }) => afterSync).map(({ name }) => ({ brick, name })),
  );
  const changed = new Set(uais);
  for (const { brick, name } of following) {
    const schools = (await schoolsOf(manager, { brick, whileOff: false }, now)).filter((uai) => changed.has(uai));
    const jobs = schools.map((uai) => newJob({ brick, uai, name, key: AFTER_SYNC, data: {} }, now));
    for (const part of batches(jobs)) await insertRows(manager, JobRow, part);
  }
}
