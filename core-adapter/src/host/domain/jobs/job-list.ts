// SPDX-License-Identifier: EUPL-1.2
import { IsNull, LessThanOrEqual, Not, type FindOptionsWhere } from 'typeorm';
import { NotFoundError } from '../../../api/errors.js';
import type { UnitOfWork } from '../../infra/database/unit-of-work.js';
import { JobRow } from './job.entity.js';

export interface JobFilter {
  readonly brick?: string | undefined;
  readonly school?: string | undefined;
  readonly gaveUp?: boolean | undefined;
}

/** A page of jobs, those that gave up first, then the longest due, and the number of all. */
export async function listJobs(
  unitOfWork: UnitOfWork,
  filter: JobFilter,
  take: number,
): Promise<{ readonly jobs: readonly JobRow[]; readonly total: number }> {
  const [jobs, total] = await unitOfWork.run((manager) =>
    manager
      .createQueryBuilder(JobRow, 'job')
      .where(whereOf(filter))
      .orderBy('CASE WHEN job.gaveUpAt IS NULL THEN 1 ELSE 0 END')
      .addOrderBy('job.dueAt')
      .addOrderBy('job.id')
      .limit(take)
      .getManyAndCount(),
  );
  return { jobs, total };
}

/**
 * Makes jobs due now and forgets their failed tries: one by its id, or those that gave up. A job that runs stays as it is, and
 * so does that of a killed process until its lease expires.
 * @returns the number of jobs
 * @throws NotFoundError when no job has the id
 */
export async function retryJobs(
  unitOfWork: UnitOfWork,
  which: { readonly id: string } | Omit<JobFilter, 'gaveUp'>,
  now: Date,
): Promise<number> {
  const again = { tries: 0, gaveUpAt: null, dueAt: now, leasedBy: null, leasedUntil: null };
  const where = 'id' in which ? { id: which.id } : whereOf({ ...which, gaveUp: true });
  const { affected = 0 } = await unitOfWork.run((manager) =>
    manager
      .createQueryBuilder()
      .update(JobRow)
      .set(again)
      .where([IsNull(), LessThanOrEqual(now)].map((leasedUntil) => ({ ...where, leasedUntil })))
      .execute(),
  );
  if ('id' in which && affected === 0)
    throw new NotFoundError(`No job that waits has the id ${which.id}.`, {
      remedy: '"volee job list" names the jobs.',
    });
  return affected;
}

export interface JobCount {
  readonly brick: string;
  readonly waiting: number;
  readonly gaveUp: number;
  /** Why the last of them gave up; null: none did. */
  readonly lastError: string | null;
}

export async function countJobs(unitOfWork: UnitOfWork): Promise<readonly JobCount[]> {
  const counts = await unitOfWork.run((manager) =>
    manager
      .createQueryBuilder(JobRow, 'job')
      .select('job.brick', 'brick')
      .addSelect('COUNT(*)', 'total')
      .addSelect('COUNT(job.gaveUpAt)', 'gaveUp')
      .groupBy('job.brick')
      .orderBy('job.brick')
      .getRawMany<{ brick: string; total: number | string; gaveUp: number | string }>(),
  );
  const failed = counts.filter(({ gaveUp }) => Number(gaveUp) > 0).map(({ brick }) => brick);
  const errors = new Map<string, string | null>();
  for (const brick of failed) {
    const last = await unitOfWork.run((manager) =>
      manager.findOne(JobRow, { where: { brick, gaveUpAt: Not(IsNull()) }, order: { gaveUpAt: 'DESC', id: 'DESC' } }),
    );
    errors.set(brick, last?.error ?? null);
  }
  // MariaDB gives a count as text.
  return counts.map(({ brick, total, gaveUp }) => ({
    brick,
    waiting: Number(total) - Number(gaveUp),
    gaveUp: Number(gaveUp),
    lastError: errors.get(brick) ?? null,
  }));
}

function whereOf({ brick, school, gaveUp }: JobFilter): FindOptionsWhere<JobRow> {
  return {
    ...(brick !== undefined && { brick }),
    ...(school !== undefined && { uai: school }),
    ...(gaveUp && { gaveUpAt: Not(IsNull()) }),
  };
}
