// SPDX-License-Identifier: EUPL-1.2
import { And, LessThan, MoreThanOrEqual, type EntityManager, type FindOperator } from 'typeorm';
import { retryCollisions } from '../../infra/database/retry-collisions.js';
import type { UnitOfWork } from '../../infra/database/unit-of-work.js';
import { schoolsEver } from '../personal-data/find-leavers.js';
import { HomonymRow } from '../sync/state/homonym.entity.js';
import type { BrickMove, Move } from './move-in-bricks.js';

/** The time in which two people, or two classes, became one. */
export interface Decided {
  readonly since: Date;
  /** Excluded. Default: until now. */
  readonly before?: Date;
}

interface Tools {
  readonly unitOfWork: UnitOfWork;
  readonly brickMoves: (manager: EntityManager, move: Move) => Promise<readonly BrickMove[]>;
}

/** Attempts to move the rows of one person or class while others change them. */
const ATTEMPTS = 5;

/**
 * Lets bricks move rows that were written under a person after this person was joined to another one: by an upload that was on its way, or
 * by a job (ADR 40).
 */
export async function moveLateRows(decided: Decided, signal: AbortSignal, tools: Tools): Promise<void> {
  const { unitOfWork } = tools;
  const where = { state: 'same' as const, decidedAt: whenDecided(decided) };
  const pairs = await unitOfWork.run((manager) => manager.find(HomonymRow, { where, order: { id: 'ASC' } }));
  const moves = pairs.map((pair) => (manager: EntityManager) => lateMoves(pair, manager, tools));
  await moveLate(moves, signal, unitOfWork);
}

/** The condition on a time of a decision. */
export function whenDecided({ since, before }: Decided): FindOperator<Date> {
  return before ? And(MoreThanOrEqual(since), LessThan(before)) : MoreThanOrEqual(since);
}

/**
 * Carries out the moves of several decisions. Each brick is asked in each school by a transaction of its own, so that an error in one keeps no
 * other waiting, and rows that MariaDB locks while it looks are free again soon.
 * @throws the first error, after all moves
 */
export async function moveLate(
  decisions: readonly ((manager: EntityManager) => Promise<readonly BrickMove[]>)[],
  signal: AbortSignal,
  unitOfWork: UnitOfWork,
): Promise<void> {
  const errors: unknown[] = [];
  for (const movesOf of decisions) {
    for (const { brick, uai, run } of await unitOfWork.run(movesOf)) {
      signal.throwIfAborted();
      const moved = retryCollisions(ATTEMPTS, () => unitOfWork.inBackground(() => unitOfWork.transaction(run)));
      const silent = (): Error =>
        new Error(`The brick ${brick} does not run: rows that came late stay under the old id.`);
      await moved.catch((error: unknown) => errors.push(uai === undefined ? silent() : error));
    }
  }
  if (errors.length > 0) throw errors[0];
}

/** A join gives all profiles, former ones as well, to the person who stays. Of a person who has a profile again, nothing is moved. */
async function lateMoves(
  { personId, otherId }: HomonymRow,
  manager: EntityManager,
  { brickMoves }: Pick<Tools, 'brickMoves'>,
): Promise<readonly BrickMove[]> {
  const [ofPerson, ofOther] = [await schoolsEver(manager, personId), await schoolsEver(manager, otherId)];
  if (ofPerson.length > 0 && ofOther.length > 0) return [];
  const [from, to] = ofPerson.length > 0 ? [otherId, personId] : [personId, otherId];
  return brickMoves(manager, { from, to, schools: [...ofPerson, ...ofOther] });
}
