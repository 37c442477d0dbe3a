// SPDX-License-Identifier: EUPL-1.2
import type { UnitOfWork } from '../../infra/database/unit-of-work.js';
import { JobRow } from './job.entity.js';
import { TRIES, retryDelay } from './retry-delay.js';

type Run = Pick<JobRow, 'id' | 'leasedBy'>;

/** Ends a job, which disappears. @returns false when its lease was lost */
export async function endJob(unitOfWork: UnitOfWork, { id, leasedBy }: Run): Promise<boolean> {
  const { affected } = await unitOfWork.run((manager) => manager.delete(JobRow, { id, leasedBy: leasedBy ?? '' }));
  return affected === 1;
}

/** Gives a job back as if it had not been tried. @returns false when its lease was lost */
export function giveBack(unitOfWork: UnitOfWork, run: Run, dueAt?: Date): Promise<boolean> {
  return change(unitOfWork, run, dueAt ? { dueAt } : {});
}

export type Failure = 'waiting' | 'gaveUp' | 'lost';

/** Counts a failed try: the job is due again later, or it gives up. */
export async function countFailure(
  unitOfWork: UnitOfWork,
  job: JobRow,
  { error, now }: { readonly error: string; readonly now: Date },
): Promise<Failure> {
  const tries = job.tries + 1;
  const isSpent = tries >= TRIES;
  const dueAt = new Date(now.getTime() + retryDelay(tries));
  const failed = { tries, error: error.slice(0, 500), ...(isSpent ? { gaveUpAt: now } : { dueAt }) };
  if (!(await change(unitOfWork, job, failed))) return 'lost';
  return isSpent ? 'gaveUp' : 'waiting';
}

async function change(unitOfWork: UnitOfWork, { id, leasedBy }: Run, changes: Partial<JobRow>): Promise<boolean> {
  const free = { leasedBy: null, leasedUntil: null };
  const { affected } = await unitOfWork.run((manager) =>
    manager.update(JobRow, { id, leasedBy: leasedBy ?? '' }, { ...changes, ...free }),
  );
  return affected === 1;
}
