// SPDX-License-Identifier: EUPL-1.2
import { LessThanOrEqual, type EntityManager } from 'typeorm';
import { insertRows } from '../../infra/database/insert-rows.js';
import { CollisionError } from '../../infra/database/unit-of-work.js';
import { ActivationRow } from '../activation/activation.entity.js';
import { whereInForce } from '../activation/where-in-force.js';
import type { BrickJob } from '../bricks/brick-job.js';
import type { LoadedBrick } from '../bricks/loaded-brick.js';
import { batches } from '../directory/batches.js';
import { SchoolRow } from '../directory/school.entity.js';
import type { JobContext } from './job-context.js';
import { newJob } from './job-outbox.js';
import { JobScheduleRow } from './job-schedule.entity.js';
import { JobRow } from './job.entity.js';
import { nextTime } from './next-time.js';

/** The key of scheduled jobs: one that still waits is replaced by the next. */
const EVERY = 'every';

/** A job with a cron pattern, and its brick. */
interface Scheduled extends Pick<BrickJob, 'name' | 'whileOff'> {
  readonly brick: string;
  readonly pattern: string;
}

/** Enqueues jobs by their cron patterns. Of several processes one does it: the row of the schedule moves on once. */
export class JobSchedules {
  readonly #context: Pick<JobContext, 'database' | 'clock'>;
  /** Read again at these times. */
  readonly #nextAt = new Map<BrickJob, Date>();
  #lastAt = new Date(0);

  constructor(context: Pick<JobContext, 'database' | 'clock'>) {
    this.#context = context;
  }

  /** Enqueues the jobs of these bricks that are due, in each of their schools. */
  async enqueueDue(bricks: readonly LoadedBrick[]): Promise<void> {
    const { database, clock } = this.#context;
    const now = clock.now();
    // The clock was ahead: the times that were read then are checked.
    if (now < this.#lastAt) this.#nextAt.clear();
    this.#lastAt = now;
    const ready = bricks.filter((brick) => brick.state === 'ready');
    for (const [brick, definition] of ready.flatMap(({ id, jobs }) =>
      [...jobs.values()].map((job) => [id, job] as const),
    )) {
      const job = scheduledOf(brick, definition);
      const known = this.#nextAt.get(definition);
      if (!job || (known && known > now)) continue;
      try {
        const next = nextTime(job.pattern, now);
        if (!next) continue;
        this.#nextAt.set(
          definition,
          await database.unitOfWork.transaction((manager) => moveOn(manager, job, { now, next })),
        );
      } catch (error) {
        // Another process has moved it on; the next call reads the time.
        if (!(error instanceof CollisionError)) throw error;
      }
    }
  }
}

function scheduledOf(brick: string, { name, every, whileOff }: BrickJob): Scheduled | undefined {
  return every === undefined ? undefined : { brick, name, whileOff, pattern: every };
}

/** @returns the next time of the job */
async function moveOn(
  manager: EntityManager,
  job: Scheduled,
  { now, next }: { readonly now: Date; readonly next: Date },
): Promise<Date> {
  const { brick, name, pattern } = job;
  const row = await manager.findOneBy(JobScheduleRow, { brick, name });
  if (!row) {
    const first = { brick, name, pattern, nextAt: next };
    await manager.createQueryBuilder().insert().into(JobScheduleRow).values(first).orIgnore().execute();
    return next;
  }
  if (row.pattern !== pattern) {
    await manager.update(JobScheduleRow, { brick, name }, { pattern, nextAt: next });
    return next;
  }
  if (isTooFar(row, next)) {
    await manager.update(JobScheduleRow, { brick, name }, { nextAt: next });
    return next;
  }
  if (row.nextAt > now) return row.nextAt;
  const isDue = { brick, name, nextAt: LessThanOrEqual(now) };
  const { affected } = await manager.update(JobScheduleRow, isDue, { nextAt: next });
  if (affected !== 1) return next;
  const jobs = (await schoolsOf(manager, job, now)).map((uai) =>
    newJob({ brick, uai, name, key: EVERY, data: {} }, now),
  );
  for (const part of batches(jobs)) await insertRows(manager, JobRow, part);
  return next;
}

/**
 * Whether a time lies further ahead than the pattern allows: the clock was wrong once, and the job would wait for that year. The time after
 * the next one is allowed, since the clock of another process may be some seconds ahead.
 */
function isTooFar({ nextAt, pattern }: JobScheduleRow, next: Date): boolean {
  const second = nextTime(pattern, next);
  return second !== undefined && nextAt > second;
}

/**
 * The UAIs of the schools in which a job of a brick runs: those where the brick is on, or all schools for a job that runs while it is off.
 */
export async function schoolsOf(
  manager: EntityManager,
  { brick, whileOff }: Pick<Scheduled, 'brick' | 'whileOff'>,
  now: Date,
): Promise<string[]> {
  const query = manager.createQueryBuilder(SchoolRow, 'school').select('school.uai', 'uai').orderBy('school.uai');
  if (!whileOff) {
    const activations = query.subQuery().select('1').from(ActivationRow, 'activation');
    const ofBrick = activations.where('activation.uai = school.uai AND activation.brick = :brick');
    query.where(`EXISTS ${whereInForce(ofBrick, now).getQuery()}`, { brick, now });
  }
  const rows = await query.getRawMany<{ uai: string }>();
  return rows.map(({ uai }) => uai);
}
