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
   * The spans of time since an instant in which nobody of the school had the brick, or nobody of a profile, the earliest first. Where it was off
   * for some groups alone, there is none.
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
export interface EnqueueOptions {
  /** The earliest time to run the job; now by default. */
  readonly at?: Date;
  /**
   * Of several jobs with the same name and key in a school, only the last one enqueued still runs, unless an earlier
   * one has already begun. At most 190 characters; like `data`, it names rows.
   */
  readonly key?: string;
}

/** Enqueues jobs of the brick in the school of the request. @stable */
export interface Jobs {
  /**
   * Enqueues a job in the transaction in progress: it runs after the commit, and never when that is rolled back.
   * @param data JSON for the schema of the job. It names rows and never persons: until it runs, persons are merged and
   * erased, and the host looks for them in tables only.
   * @throws Error when the brick has no job of this name, or its schema refuses the data
   * @example
   * `await db.transaction(async () => { const [note] = await notes.insert([row]); await jobs.enqueue('send', { noteId: note.id }); });`
   */
  enqueue(name: string, data: object, options?: EnqueueOptions): Promise<void>;
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
   * Enqueues the job, with the data `{}`, when a sync has changed the members or teachers of a group in a school where the brick is on, with
   * `whileOff` as without. It commits with the sync, and runs within some seconds.
   */
  readonly afterSync?: true;
  /** Runs the job also where the brick is off, such as one that deletes old rows. Other jobs wait there. */
  readonly whileOff?: true;
  /**
   * The job deletes rows by their age. It waits, for a day at most, while the clock of the server is far ahead of the latest time that the
   * database knows: see ADR 73. Put other work that should not wait into a job of its own.
   */
  readonly deletes?: true;
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
