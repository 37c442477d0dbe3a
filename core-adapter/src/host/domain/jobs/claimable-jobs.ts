// SPDX-License-Identifier: EUPL-1.2
import { Brackets, In, Not, type EntityManager, type WhereExpressionBuilder } from 'typeorm';
import { ActivationRow } from '../activation/activation.entity.js';
import { whereInForce } from '../activation/where-in-force.js';
import type { BrickJob } from '../bricks/brick-job.js';
import type { ReadyBrick } from '../bricks/loaded-brick.js';
import { JobRow } from './job.entity.js';

/** The condition that no process runs a `job` at `:now`. */
export const IS_FREE = '(job.leasedUntil IS NULL OR job.leasedUntil <= :now)';

const SAME_KEY = 'other.brick = job.brick AND other.uai = job.uai AND other.name = job.name AND other.key = job.key';

export type Candidate = Pick<JobRow, 'id' | 'brick' | 'uai' | 'name' | 'key'>;

interface Page {
  readonly now: Date;
  readonly take: number;
  /** UAIs of schools that are left out. */
  readonly without: readonly string[];
}

/**
 * The jobs that may run now, the longest due first: those of running bricks, in schools where the brick is on or for which the
 * job does not need it. Of several jobs with one key only the last, and none while another one runs.
 */
export function findClaimable(
  manager: EntityManager,
  bricks: readonly ReadyBrick[],
  { now, take, without }: Page,
): Promise<readonly Candidate[]> {
  const query = manager.createQueryBuilder(JobRow, 'job');
  const activations = query.subQuery().select('1').from(ActivationRow, 'activation');
  const isOn = whereInForce(
    activations.where('activation.uai = job.uai AND activation.brick = job.brick'),
    now,
  ).getQuery();
  const isHeldUp = query
    .subQuery()
    .select('1')
    .from(JobRow, 'other')
    .where(`${SAME_KEY} AND (other.id > job.id OR (other.id <> job.id AND other.leasedUntil > :now))`)
    .getQuery();
  if (without.length > 0) query.where({ uai: Not(In([...without])) });
  return query
    .select(['job.id', 'job.brick', 'job.uai', 'job.name', 'job.key'])
    .andWhere(`job.dueAt <= :now AND job.gaveUpAt IS NULL AND ${IS_FREE}`, { now })
    .andWhere(new Brackets((either) => addNames(either, 'brick', bricks, () => true)))
    .andWhere(
      new Brackets((either) => addNames(either.where(`EXISTS ${isOn}`), 'off', bricks, ({ whileOff }) => whileOff)),
    )
    .andWhere(`NOT EXISTS ${isHeldUp}`)
    .orderBy('job.dueAt')
    .addOrderBy('job.id')
    .take(take)
    .getMany();
}

/** Adds the names of jobs to a condition, joined by OR. */
function addNames(
  either: WhereExpressionBuilder,
  prefix: string,
  bricks: readonly ReadyBrick[],
  isMeant: (job: BrickJob) => boolean,
): void {
  for (const [index, { id, jobs }] of bricks.entries()) {
    const names = [...jobs.values()].filter(isMeant).map(({ name }) => name);
    if (names.length === 0) continue;
    const [brick, list] = [`${prefix}${index}`, `${prefix}Names${index}`];
    either.orWhere(`(job.brick = :${brick} AND job.name IN (:...${list}))`, { [brick]: id, [list]: names });
  }
}

/** The jobs that these replace: of the same key, and enqueued earlier. */
export async function findReplaced(manager: EntityManager, by: readonly Candidate[]): Promise<readonly Candidate[]> {
  const keyed = by.filter(({ key }) => key !== null);
  if (keyed.length === 0) return [];
  const rows = await manager.find(JobRow, {
    select: { id: true, brick: true, uai: true, name: true, key: true },
    where: keyed.map(({ brick, uai, name, key }) => ({ brick, uai, name, key: key ?? '' })),
  });
  const last = new Map(keyed.map((job) => [keyOf(job), job.id]));
  return rows.filter((row) => row.id < (last.get(keyOf(row)) ?? ''));
}

/** The identity of a job that replaces others: brick, school, name and key. */
export function keyOf({ brick, uai, name, key }: Candidate): string {
  return JSON.stringify([brick, uai, name, key]);
}
