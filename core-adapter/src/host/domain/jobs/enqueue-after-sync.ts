// SPDX-License-Identifier: EUPL-1.2
import { In, IsNull, type EntityManager } from 'typeorm';
import { insertRows } from '../../infra/database/insert-rows.js';
import { ActivationRow } from '../activation/activation.entity.js';
import type { ReadyBrick } from '../bricks/loaded-brick.js';
import { batches } from '../directory/batches.js';
import { newJob } from './job-outbox.js';
import { schoolsOf } from './job-schedules.js';
import { JobRow } from './job.entity.js';

/** The key of these jobs: one that still waits is replaced by that of the next sync. */
const AFTER_SYNC = 'after sync';

/** Enqueues the jobs that follow a sync, in those of these schools where their brick is on, or was: a job waits until the brick is on again. */
export async function enqueueAfterSync(
  manager: EntityManager,
  uais: readonly string[],
  { bricks, now }: { readonly bricks: readonly Pick<ReadyBrick, 'id' | 'jobs'>[]; readonly now: Date },
): Promise<void> {
  const following = bricks.flatMap(({ id: brick, jobs }) =>
    [...jobs.values()].filter(({ afterSync }) => afterSync).map(({ name }) => ({ brick, name })),
  );
  for (const { brick, name } of following) {
    const on = new Set(await schoolsOf(manager, { brick, whileOff: false }, now));
    for (const part of batches(uais)) {
      const inPart = { brick, uai: In([...part]) };
      const rules = await manager.find(ActivationRow, { select: { uai: true }, where: inPart });
      const waiting = await manager.find(JobRow, {
        select: { uai: true },
        where: { ...inPart, name, key: AFTER_SYNC, leasedBy: IsNull(), gaveUpAt: IsNull() },
      });
      // Where the brick is on, a job that waits may begin before this sync commits. Where the brick is off, one is enough for all syncs.
      const hasOne = new Set(waiting.map(({ uai }) => uai));
      const schools = [...new Set(rules.map(({ uai }) => uai))].filter((uai) => on.has(uai) || !hasOne.has(uai));
      await insertRows(
        manager,
        JobRow,
        schools.map((uai) => newJob({ brick, uai, name, key: AFTER_SYNC, data: {} }, now)),
      );
    }
  }
}
