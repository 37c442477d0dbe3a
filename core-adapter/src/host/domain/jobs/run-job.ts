// SPDX-License-Identifier: EUPL-1.2
import type { JobWork } from '../../../api/brick-jobs.js';
import type { Jobs } from '../../../api/jobs.js';
import { asError } from '../../infra/util/as-error.js';
import { errorText } from '../../infra/util/error-text.js';
import { TooSlowError, withTimeout } from '../../infra/util/with-timeout.js';
import { isInfrastructureFailure } from '../../infra/database/is-infrastructure-failure.js';
import { CollisionError } from '../../infra/database/unit-of-work.js';
import { findInForce } from '../activation/find-rules.js';
import type { BrickJob } from '../bricks/brick-job.js';
import type { ReadyBrick } from '../bricks/loaded-brick.js';
import { collisionDelay } from './retry-delay.js';
import { countFailure, endJob, giveBack, type Failure } from './end-run.js';
import type { JobContext } from './job-context.js';
import { parseJobData } from './job-data.js';
import { leaseLost } from './job-leases.js';
import type { JobRow } from './job.entity.js';
import { schoolWork } from './school-work.js';

export interface JobOutcome {
  readonly brick: string;
  readonly school: string;
  readonly name: string;
  /** `waiting`: it will be tried again; `lost`: another process runs it, or it was deleted. */
  readonly state: 'done' | Failure;
  readonly error?: unknown;
}

export interface Run {
  readonly job: JobRow;
  readonly brick: ReadyBrick;
  readonly definition: BrickJob;
  readonly outbox: Jobs;
  /** Aborted when the host stops or the lease is lost. */
  readonly end: AbortController;
  /** Whether the host is stopping. */
  isStopping(): boolean;
}

/** The time for which a job waits when the machine failed, in milliseconds. */
const MACHINE_DELAY = 60_000;

/** Runs a job that this process has leased. Errors of the job are counted and logged; an error of the database is thrown. */
export async function runJob(context: JobContext, run: Run): Promise<JobOutcome> {
  const { job, brick } = run;
  const { unitOfWork } = context.database;
  const said = { brick: brick.id, school: job.uai, name: job.name };
  const progress: Progress = { isBegun: false, isCalled: false, isCompleted: false, failed: undefined };
  try {
    if (!(await isStillOn(context, run)))
      return { ...said, state: (await giveBack(unitOfWork, job)) ? 'waiting' : 'lost' };
    return { ...said, state: (await runOnce(context, run, progress)) ? 'done' : 'lost' };
  } catch (error) {
    const state = await settleFailure(context, run, error);
    if (state !== 'lost' || !progress.isCompleted) return { ...said, state, error };
    brick.log.warn({ job: job.id, name: job.name, err: asError(error) }, 'a job failed after it had completed');
    return { ...said, state: 'done', error };
  }
}

interface Progress {
  /** `complete` was called: the job ends with its rows or not at all. */
  isBegun: boolean;
  /** `complete` has returned; a transaction around it may still be rolled back. */
  isCalled: boolean;
  /** The rows and the end of the job have committed. */
  isCompleted: boolean;
  /** The error of the last call of `complete`. The brick may have caught it. */
  failed: { readonly error: unknown } | undefined;
}

/** Whether the job may still run: the brick may have been switched off since the claim. */
async function isStillOn({ database, clock }: JobContext, { job, brick, definition }: Run): Promise<boolean> {
  if (definition.whileOff) return true;
  const rules = await findInForce(database.unitOfWork, { uai: job.uai, brick: brick.id }, clock.now());
  return rules.length > 0;
}

/** @returns false when the lease was lost */
async function runOnce(context: JobContext, run: Run, progress: Progress): Promise<boolean> {
  const { job, brick, definition, outbox, end } = run;
  const { database, directory, limits } = context;
  const { unitOfWork } = database;
  const school = await directory.school(job.uai);
  if (!school) return endJob(unitOfWork, job);
  const complete = completeIn(context, job, progress);
  const data = parseJobData(definition, job.data);
  try {
    const work = { ...schoolWork(context, brick, school, outbox), complete };
    await withTimeout(limits.job, () => definition.run(work, data, end.signal));
  } catch (error) {
    if (error instanceof TooSlowError) end.abort(error);
    throw error;
  }
  if (progress.isCompleted) return true;
  if (progress.failed) throw progress.failed.error;
  if (progress.isCalled) throw new Error('a transaction around "complete" was rolled back');
  if (progress.isBegun) throw new Error(`the job "${job.name}" did not await "complete"`);
  return endJob(unitOfWork, job);
}

function completeIn(
  { database: { unitOfWork }, limits }: JobContext,
  job: JobRow,
  progress: Progress,
): JobWork['complete'] {
  return async (rows) => {
    if (progress.isCalled) throw new Error(`the job "${job.name}" called "complete" a second time`);
    const endWithRows = async (): Promise<void> => {
      if (!(await endJob(unitOfWork, job))) throw leaseLost();
      await rows();
      unitOfWork.afterCommit(() => (progress.isCompleted = true));
    };
    progress.isBegun = true;
    progress.failed = undefined;
    try {
      await unitOfWork.transaction(endWithRows, { limit: limits.transaction });
    } catch (error) {
      progress.failed = { error };
      throw error;
    }
    progress.isCalled = true;
  };
}

async function settleFailure(context: JobContext, run: Run, error: unknown): Promise<Failure> {
  const { database, clock, troubles } = context;
  const { job, brick } = run;
  const { unitOfWork } = database;
  const now = clock.now();
  const back = async (dueAt?: Date): Promise<Failure> =>
    (await giveBack(unitOfWork, job, dueAt)) ? 'waiting' : 'lost';
  if (run.isStopping()) return back();
  if (error instanceof CollisionError) return back(new Date(now.getTime() + collisionDelay()));
  if (isInfrastructureFailure(error)) return back(new Date(now.getTime() + MACHINE_DELAY));
  const state = await countFailure(unitOfWork, job, { error: errorText(error), now });
  const fields = { job: job.id, name: job.name, school: job.uai, tries: job.tries + 1, err: asError(error) };
  if (state === 'waiting') brick.log.warn(fields, 'a job failed and will be tried again');
  if (state !== 'gaveUp') return state;
  troubles.note(brick.id, error);
  brick.log.error(fields, 'a job gave up; "volee job retry" tries it again');
  return state;
}
