// SPDX-License-Identifier: EUPL-1.2
import { In, MoreThanOrEqual, type EntityManager } from 'typeorm';
import { ConflictError } from '../../../api/errors.js';
import type { JobContext } from './job-context.js';
import { JobRow } from './job.entity.js';

/** The length of a lease, in milliseconds: after this time without a renewal, the process is taken for dead. */
export const LEASE = 60_000;

const RENEWAL = LEASE / 3;

/** The jobs that this process has claimed, with the end of each run. Their leases are renewed for as long as they are held. */
export class JobLeases {
  readonly #context: Pick<JobContext, 'database' | 'clock' | 'log'>;
  readonly #held = new Map<JobRow, AbortController>();
  #timer: NodeJS.Timeout | undefined;

  constructor(context: Pick<JobContext, 'database' | 'clock' | 'log'>) {
    this.#context = context;
  }

  hold(jobs: readonly JobRow[]): void {
    for (const job of jobs) this.#held.set(job, new AbortController());
    if (this.#held.size > 0) this.#timer ??= setInterval(() => void this.#renewOrLog(), RENEWAL);
  }

  /** Ends the run of a job when the lease is lost. */
  endOf(job: JobRow): AbortController {
    return this.#held.get(job) ?? new AbortController();
  }

  drop(job: JobRow): void {
    this.#held.delete(job);
    if (this.#held.size === 0) this.close();
  }

  /** Stops renewing: the leases expire. */
  close(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  /** Aborts every run. */
  abort(reason: Error): void {
    for (const end of this.#held.values()) end.abort(reason);
  }

  /** Renews every lease, and aborts the runs of those that are lost. */
  async renew(): Promise<void> {
    const { database, clock } = this.#context;
    const held = [...this.#held];
    const id = In(held.map(([job]) => job.id));
    const leasedUntil = new Date(clock.now().getTime() + LEASE);
    const leasedBy = In(held.map(([job]) => job.leasedBy));
    await database.unitOfWork.run((manager) => manager.update(JobRow, { id, leasedBy }, { leasedUntil }));
    const rows = await database.unitOfWork.run((manager) =>
      manager.find(JobRow, { select: { id: true, leasedBy: true }, where: { id } }),
    );
    const leases = new Map(rows.map((row) => [row.id, row.leasedBy]));
    for (const [job, end] of held) {
      if (leases.get(job.id) !== job.leasedBy && this.#held.has(job)) end.abort(leaseLost());
    }
  }

  async #renewOrLog(): Promise<void> {
    // Without the database nothing commits either, and the next renewal may succeed.
    await this.renew().catch((error: unknown) => this.#context.log.warn({ err: error }, 'leases were not renewed'));
  }
}

/**
 * Makes jobs due now that wait for a time of a leap of the clock: failed tries, and jobs that were enqueued during the leap. The lease of a
 * killed process ends as usual; a running process renews its own.
 */
export async function makeDueAgain(manager: EntityManager, leaptAt: Date, now: Date): Promise<void> {
  await manager.update(JobRow, { dueAt: MoreThanOrEqual(leaptAt) }, { dueAt: now });
  const leasedUntil = new Date(now.getTime() + LEASE);
  await manager.update(JobRow, { leasedUntil: MoreThanOrEqual(leaptAt) }, { leasedUntil });
}

export function leaseLost(): ConflictError {
  return new ConflictError('The job was taken away: another process runs it, or it was deleted. Nothing was written.');
}
