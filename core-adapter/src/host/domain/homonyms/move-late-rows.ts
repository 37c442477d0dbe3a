// SPDX-License-Identifier: EUPL-1.2
import { MoreThanOrEqual, type EntityManager } from 'typeorm';
import { retryCollisions } from '../../infra/database/retry-collisions.js';
import type { UnitOfWork } from '../../infra/database/unit-of-work.js';
import { schoolsEver } from '../personal-data/find-leavers.js';
import { HomonymRow } from '../sync/state/homonym.entity.js';
import type { Move, MoveProgress } from './move-in-bricks.js';

interface Tools {
  readonly unitOfWork: UnitOfWork;
  readonly moveInBricks: (manager: EntityManager, move: Move, progress: MoveProgress) => Promise<void>;
}

/** Attempts to move the rows of one person while others change them. */
const ATTEMPTS = 5;

/**
 * Lets bricks move rows that were written under a person after this person was joined to another one: by an upload that was on its way, or
 * by a job (ADR 40). Asks about each pair that was joined since then; an error about one pair does not keep the others waiting.
 */
export async function moveLateRows(since: Date, signal: AbortSignal, tools: Tools): Promise<void> {
  const { unitOfWork, moveInBricks } = tools;
  const where = { state: 'same' as const, decidedAt: MoreThanOrEqual(since) };
  const errors: unknown[] = [];
  for (const pair of await unitOfWork.run((manager) => manager.find(HomonymRow, { where, order: { id: 'ASC' } }))) {
    signal.throwIfAborted();
    const work = async (manager: EntityManager): Promise<void> => {
      const move = await moveOf(pair, manager);
      if (move) await moveInBricks(manager, move, {});
    };
    const moved = retryCollisions(ATTEMPTS, () => unitOfWork.inBackground(() => unitOfWork.transaction(work)));
    await moved.catch((error: unknown) => errors.push(error));
  }
  if (errors.length > 0) throw errors[0];
}

/** A join gives all profiles, former ones as well, to the person who stays. Of a person who has a profile again, nothing is moved. */
async function moveOf({ personId, otherId }: HomonymRow, manager: EntityManager): Promise<Move | undefined> {
  const [ofPerson, ofOther] = [await schoolsEver(manager, personId), await schoolsEver(manager, otherId)];
  if (ofPerson.length > 0 && ofOther.length > 0) return undefined;
  if (ofPerson.length > 0) return { from: otherId, to: personId, schools: ofPerson };
  return { from: personId, to: otherId, schools: ofOther };
}
