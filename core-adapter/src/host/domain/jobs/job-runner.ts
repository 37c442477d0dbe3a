// SPDX-License-Identifier: EUPL-1.2
import { UnavailableError } from '../../../api/errors.js';
import type { Jobs } from '../../../api/jobs.js';
import { DatabaseUnavailableError } from '../../infra/database/database-unavailable-error.js';
import { asError } from '../../infra/util/as-error.js';
import { withTimeout } from '../../infra/util/with-timeout.js';
import type { LoadedBrick, ReadyBrick } from '../bricks/loaded-brick.js';
import { claimJobs } from './claim-jobs.js';
import { giveBack } from './end-run.js';
import type { JobContext } from './job-context.js';
import { JobLeases } from './job-leases.js';
import { jobOutbox } from './job-outbox.js';
import { JobSchedules } from './job-schedules.js';
import type { JobRow } from './job.entity.js';
import { runJob, type JobOutcome } from './run-job.js';
import type { Room } from './take-turns.js';
import { Waker } from './waker.js';

/** The maximum numbers of jobs that run at once in a process, and of one school: requests need connections to the database, too. */
const AT_ONCE = 4;
const AT_ONCE_OF_SCHOOL = 3;

/** `runDue` runs one job after the other. */
const ONE_BY_ONE: Room = { free: 20, running: new Map(), ofOneSchool: Infinity };

/** The maximum number of jobs that `runDue` runs, in case they enqueue each other without end. */
const MOST = 10_000;

/** Runs the jobs of bricks. */
export class JobRunner {
  readonly #context: JobContext;
  readonly #leases: JobLeases;
  readonly #schedules: JobSchedules;
  readonly #waker = new Waker();
  readonly #stop = new AbortController();
  readonly #running = new Map<JobRow, Promise<unknown>>();
  #work: Promise<void> | undefined;
  /** Whether a scheduled job has ended since the log of the database was emptied: these jobs delete what is past its time. */
  #mayHavePurged = false;

  constructor(context: JobContext) {
    this.#context = context;
    this.#leases = new JobLeases(context);
    this.#schedules = new JobSchedules(context);
  }

  /** The `jobs` of a brick in a school. */
  outbox(brick: Pick<ReadyBrick, 'id' | 'jobs'>, uai: string): Jobs {
    return jobOutbox(this.#context, brick, uai, () => this.#waker.wake());
  }

  /** Runs jobs as they fall due, until `stop`. */
  start(): void {
    this.#work ??= this.#workOff();
  }

  /** Aborts running jobs and waits for their end, 10 seconds at most; what has not ended runs again after the lease. */
  async stop(): Promise<void> {
    const reason = new UnavailableError('The host is stopping.');
    this.#stop.abort(reason);
    this.#leases.abort(reason);
    this.#waker.wake();
    const ended = async (): Promise<void> => {
      await this.#work;
      await Promise.all(this.#running.values());
    };
    await withTimeout(this.#context.limits.dispose, ended).catch(() => undefined);
    this.#leases.close();
  }

  /** Renews the leases of running jobs now; a timer does so as well. */
  renewLeases(): Promise<void> {
    return this.#leases.renew();
  }

  /**
   * Runs all jobs that are due one after the other, and those that they enqueue.
   * @param isClockSure the caller has set the clock, and it may leap
   */
  async runDue({ isClockSure = true } = {}): Promise<readonly JobOutcome[]> {
    const outcomes: JobOutcome[] = [];
    while (outcomes.length < MOST) {
      const bricks = isClockSure ? this.#context.bricks : await this.#bricksNow();
      await this.#schedules.enqueueDue(bricks);
      const jobs = await this.#claim(ONE_BY_ONE, bricks);
      if (jobs.length === 0) {
        await this.#emptyLog();
        return outcomes;
      }
      for (const job of jobs) outcomes.push(await this.#run(job));
    }
    throw new Error(`More than ${MOST} jobs are due; do they enqueue each other without end?`);
  }

  async #workOff(): Promise<void> {
    const { signal } = this.#stop;
    while (!signal.aborted) {
      for (const job of await this.#claimOrLog()) {
        if (signal.aborted) await this.#notBegun(job);
        else this.#begin(job);
      }
      await this.#waker.wait(this.#context.limits.look);
    }
  }

  async #claimOrLog(): Promise<readonly JobRow[]> {
    const free = AT_ONCE - this.#running.size;
    if (free === 0) return [];
    const running = new Map<string, number>();
    for (const { uai } of this.#running.keys()) running.set(uai, (running.get(uai) ?? 0) + 1);
    try {
      const bricks = await this.#bricksNow();
      await this.#schedules.enqueueDue(bricks);
      return await this.#claim({ free, running, ofOneSchool: AT_ONCE_OF_SCHOOL }, bricks);
    } catch (error) {
      this.#logUnlessGone(error, 'jobs could not be claimed');
      return [];
    }
  }

  /** The bricks, without the jobs that have to wait for the clock. */
  async #bricksNow(): Promise<readonly LoadedBrick[]> {
    const { bricks, clockGuard } = this.#context;
    return (await clockGuard.heldUntil()) === null ? bricks : bricks.map(withSureJobs);
  }

  async #claim(room: Room, bricks: readonly LoadedBrick[]): Promise<readonly JobRow[]> {
    const { unitOfWork } = this.#context.database;
    const { jobs, spent } = await unitOfWork.inBackground(() => claimJobs({ ...this.#context, bricks }, room));
    for (const { id, brick, name, uai, error } of spent) {
      this.#context.troubles.note(brick, error);
      this.#context.log.error({ brick, job: id, name, school: uai }, `a job gave up: ${error}`);
    }
    this.#leases.hold(jobs);
    return jobs;
  }

  #begin(job: JobRow): void {
    const run = this.#run(job)
      .catch((error: unknown) => this.#logUnlessGone(error, 'a job did not come to its end'))
      .finally(() => {
        this.#running.delete(job);
        this.#waker.wake();
        return this.#emptyLog();
      });
    this.#running.set(job, run);
  }

  async #run(job: JobRow): Promise<JobOutcome> {
    const { bricks } = this.#context;
    const brick = bricks.filter((one) => one.state === 'ready').find(({ id }) => id === job.brick);
    const definition = brick?.jobs.get(job.name);
    if (!brick || !definition) throw new Error(`The job ${job.name} of ${job.brick} was claimed and is not there.`);
    const outbox = this.outbox(brick, job.uai);
    const isStopping = (): boolean => this.#stop.signal.aborted;
    const run = { job, brick, definition, outbox, end: this.#leases.endOf(job), isStopping };
    try {
      return await this.#context.database.unitOfWork.inBackground(() => runJob(this.#context, run));
    } finally {
      this.#leases.drop(job);
      this.#mayHavePurged ||= definition.every !== undefined;
    }
  }

  /** Empties the log of the database once the last running job has ended: once for the nightly jobs of all schools. */
  async #emptyLog(): Promise<void> {
    if (!this.#mayHavePurged || this.#running.size > 0) return;
    try {
      this.#mayHavePurged = !(await this.#context.database.unitOfWork.emptyLog());
    } catch (error) {
      this.#logUnlessGone(error, 'the write-ahead log was not emptied');
    }
  }

  async #notBegun(job: JobRow): Promise<void> {
    this.#leases.drop(job);
    await giveBack(this.#context.database.unitOfWork, job).catch((error: unknown) =>
      this.#logUnlessGone(error, 'a job was not given back; it runs after its lease'),
    );
  }

  /** Logs an error, except the loss of the database, which is reported elsewhere. */
  #logUnlessGone(error: unknown, sentence: string): void {
    if (!(error instanceof DatabaseUnavailableError)) this.#context.log.error({ err: asError(error) }, sentence);
  }
}

/** A brick without the jobs that need a clock which is sure. */
function withSureJobs(brick: LoadedBrick): LoadedBrick {
  if (brick.state !== 'ready') return brick;
  return { ...brick, jobs: new Map([...brick.jobs].filter(([, { needsSureClock }]) => !needsSureClock)) };
}
