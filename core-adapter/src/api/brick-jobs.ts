// SPDX-License-Identifier: EUPL-1.2
import type { z, ZodType } from 'zod';
import type { Profile } from './people.js';
import type { SchoolWork } from './school-work.js';

/** A span of time: `from` is included and `until` is not. @stable */
export interface TimeSpan {
  readonly from: Date;
  readonly until: Date;
}

/** One run of a job. @stable */
export interface JobWork extends SchoolWork {
  /**
   * The spans of time since an instant during which the brick was off for everybody of the school, or for everybody with this profile, the
   * earliest first. Times when it was off for some groups only are left out.
   */
  offSince(since: Date, profile?: Profile): Promise<readonly TimeSpan[]>;
  /**
   * Writes rows and ends the job in one transaction: whatever happens, these rows are written exactly once. Call it at
   * most once, at the end, and await it; all else that a job does can happen again after a crash. When it throws, the run
   * fails, even if the job catches the error.
   * @throws ConflictError when another process runs the job by now; nothing was written
   */
  complete(rows: () => Promise<void>): Promise<void>;
}

/** @stable */
export interface JobOptions<S extends ZodType = ZodType> {
  /** The schema of the data. Jobs that an earlier version enqueued are parsed by it, too. */
  readonly data: S;
  /**
   * A cron pattern such as `41 2 * * *`, in the time zone of the server: the job is also enqueued at these times in each
   * school where the brick is on, with the data `{}`. Times missed while no host was running are caught up once.
   */
  readonly every?: string;
  /**
   * Enqueues the job, with the data `{}`, when a sync has changed the members or teachers of a group in a school where the brick is on or
   * was. The job commits with the sync, and runs within some seconds; while the brick is off, one job waits for all syncs of that time.
   */
  readonly afterSync?: true;
  /**
   * Runs the job also in schools where the brick is off: for jobs that delete old rows, for example. Other jobs wait until the brick is on.
   */
  readonly whileOff?: true;
  /**
   * The job deletes rows by their age, or does something else for good because its time has come, such as a planned publication. It waits,
   * for a day at most, while the clock of the server is far ahead of the latest time that the database knows: see ADR 73. Put other work that
   * should not wait into a job of its own.
   */
  readonly needsSureClock?: true;
}

/**
 * Runs a job. A job that throws is tried again later, up to eight times in 15 hours; then it waits for `volee job retry`.
 * A run may take 10 minutes, and may begin a second time when a process was killed.
 * @param signal aborts when the host stops, after 10 minutes, or when another process has taken the job
 * @stable
 */
export type RunJob<D> = (work: JobWork, data: D, signal: AbortSignal) => Promise<void>;

/** Registers the jobs of a brick of kind `feature`. @stable */
export interface BrickJobs {
  /**
   * @param name kebab-case
   * @example
   * `jobs.provide('send', { data: z.object({ noteId: z.uuid() }) }, async ({ db, complete }, { noteId }) => complete(async () => void (await db.repository(Note).update({ id: noteId }, { sent: true }))));`
   */
  provide<S extends ZodType>(name: string, options: JobOptions<S>, run: RunJob<z.output<S>>): void;
}
