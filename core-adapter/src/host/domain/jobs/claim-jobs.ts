// SPDX-License-Identifier: EUPL-1.2
import { In, type EntityManager } from 'typeorm';
import { newId } from '../../infra/database/new-id.js';
import { CollisionError, type UnitOfWork } from '../../infra/database/unit-of-work.js';
import type { ReadyBrick } from '../bricks/loaded-brick.js';
import { findClaimable, findReplaced, IS_FREE, keyOf, type Candidate } from './claimable-jobs.js';
import type { JobContext } from './job-context.js';
import { JobRow } from './job.entity.js';
import { LEASE } from './job-leases.js';
import { TRIES } from './retry-delay.js';
import { takeTurns, type Room } from './take-turns.js';

/** The number of due jobs that are looked at together. */
const PAGE = 100;
/** The number of further tries of a claim after other processes were first. */
const ATTEMPTS = 5;

const DIED = 'The process that ran the job ended before it, or lost the database.';

export interface Claim {
  /** Leased to this process. */
  readonly jobs: readonly JobRow[];
  /** Jobs that give up because the last try, too, ended with its process. */
  readonly spent: readonly JobRow[];
}

/** Claims as many due jobs as there is room for. An expired lease counts as a failed try, so that a job that kills its process cannot do so for ever. */
export async function claimJobs(
  context: Pick<JobContext, 'database' | 'clock' | 'bricks'>,
  room: Room,
): Promise<Claim> {
  const { database, clock, bricks } = context;
  const { unitOfWork, engine } = database;
  const withJobs = bricks.filter((brick) => brick.state === 'ready').filter(({ jobs }) => jobs.size > 0);
  if (withJobs.length === 0) return NOTHING;
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const now = clock.now();
    const candidates = takeTurns(await findDue(unitOfWork, withJobs, room, now), room);
    if (candidates.length === 0) return NOTHING;
    const replaced = await unitOfWork.run((manager) => findReplaced(manager, candidates));
    const wanted = { candidates, replaced, now, locks: engine === 'mariadb' };
    try {
      const claim = await unitOfWork.transaction((manager) => lease(manager, wanted));
      if (claim.jobs.length + claim.spent.length > 0) return claim;
    } catch (error) {
      if (!(error instanceof CollisionError)) throw error;
    }
  }
  return NOTHING;
}

const NOTHING: Claim = { jobs: [], spent: [] };

/** The first jobs due, and, behind a school with many, the first of others that have no job at work. */
async function findDue(
  unitOfWork: UnitOfWork,
  bricks: readonly ReadyBrick[],
  { free, running, ofOneSchool }: Room,
  now: Date,
): Promise<readonly Candidate[]> {
  const due: Candidate[] = [];
  const without = new Set([...running].flatMap(([uai, count]) => (count >= ofOneSchool ? [uai] : [])));
  for (;;) {
    const page = { now, take: PAGE, without: [...without] };
    const found = await unitOfWork.run((manager) => findClaimable(manager, bricks, page));
    due.push(...found);
    const resting = new Set(due.map(({ uai }) => uai).filter((uai) => !running.has(uai)));
    if (found.length < PAGE || resting.size >= free) return due;
    for (const { uai } of found) without.add(uai);
  }
}

interface Wanted {
  readonly candidates: readonly Candidate[];
  readonly replaced: readonly Candidate[];
  readonly now: Date;
  /** On SQLite, BEGIN IMMEDIATE has locked everything. */
  readonly locks: boolean;
}

/**
 * Locks by primary key alone: MariaDB would lock the gaps of any other index, and requests that enqueue jobs would wait. A candidate
 * is left when another process has taken a job of the same key since both were read.
 */
async function lease(manager: EntityManager, { candidates, replaced, now, locks }: Wanted): Promise<Claim> {
  const query = manager
    .createQueryBuilder(JobRow, 'job')
    .where({ id: In([...candidates, ...replaced].map(({ id }) => id)) })
    .andWhere(IS_FREE, { now });
  if (locks) query.setLock('pessimistic_write').setOnLocked('skip_locked');
  const free = new Map((await query.getMany()).map((row) => [row.id, row]));
  const old = replaced.filter(({ id }) => free.has(id));
  if (old.length > 0) await manager.delete(JobRow, { id: In(old.map(({ id }) => id)) });

  const taken = new Set(replaced.filter(({ id }) => !free.has(id)).map(keyOf));
  const rows = candidates
    .filter((job) => job.key === null || !taken.has(keyOf(job)))
    .flatMap(({ id }) => free.get(id) ?? [])
    .filter(({ gaveUpAt, dueAt }) => gaveUpAt === null && dueAt <= now);
  const leasedBy = newId();
  const leased = { leasedBy, leasedUntil: new Date(now.getTime() + LEASE) };
  const [died, waited] = [rows.filter(isLeased), rows.filter((row) => !isLeased(row))];
  const spent = died.filter(({ tries }) => tries + 1 >= TRIES);
  const again = died.filter((row) => !spent.includes(row));
  await update(manager, waited, leased);
  await update(manager, again, { ...leased, tries: () => 'tries + 1', error: DIED });
  await update(manager, spent, { tries: TRIES, error: DIED, gaveUpAt: now, leasedBy: null, leasedUntil: null });
  return {
    jobs: rows
      .filter((row) => !spent.includes(row))
      .map((row) => ({ ...row, ...leased, tries: row.tries + (isLeased(row) ? 1 : 0) })),
    spent: spent.map((row) => ({ ...row, error: DIED })),
  };
}

function isLeased({ leasedBy }: JobRow): boolean {
  return leasedBy !== null;
}

type Changes = Parameters<ReturnType<ReturnType<EntityManager['createQueryBuilder']>['update']>['set']>[0];

async function update(manager: EntityManager, rows: readonly JobRow[], changes: Changes): Promise<void> {
  if (rows.length > 0) await manager.update(JobRow, { id: In(rows.map(({ id }) => id)) }, changes);
}
