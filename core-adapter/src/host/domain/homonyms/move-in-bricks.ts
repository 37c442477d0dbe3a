// SPDX-License-Identifier: EUPL-1.2
import { In, type EntityManager } from 'typeorm';
import { ConflictError } from '../../../api/errors.js';
import type { Clock, Log } from '../../../api/log.js';
import { localClock } from '../../infra/i18n/local-clock.js';
import { CollisionError } from '../../infra/database/unit-of-work.js';
import { asError } from '../../infra/util/as-error.js';
import { withTimeout } from '../../infra/util/with-timeout.js';
import { brickDataIn, type BrickDataContext } from '../bricks/brick-data-in.js';
import type { LoadedBrick } from '../bricks/loaded-brick.js';
import { DEFAULT_TIME_ZONE } from '../directory/default-time-zone.js';
import { SchoolRow } from '../directory/school.entity.js';
import { schoolsEver } from '../personal-data/find-leavers.js';
import { bricksWithPersonalData, failedBricksWithPersonalData } from '../personal-data/bricks-with-personal-data.js';
import { homonymProblem } from './homonym-problem.js';

/** The services that the move of a person in bricks uses. */
export interface MoveServices extends BrickDataContext {
  readonly bricks: readonly LoadedBrick[];
  readonly clock: Clock;
  readonly log: Log;
}

/** Two people who become one. */
export interface Move {
  readonly from: string;
  readonly to: string;
  /** Default: in which `from` ever had a profile. */
  readonly schools?: readonly string[];
}

/** The work of one brick in one school: its rows of one person become those of another. */
export interface BrickMove {
  readonly brick: string;
  /** Undefined for a brick that cannot run. */
  readonly uai?: string;
  /**
   * Moves the rows, in the transaction in progress. Errors of a brick are rethrown as they are: the unit of work recognises a deadlock, or
   * a transaction that took too long, by them. A ConflictError alone becomes a CollisionError: a row that was written meanwhile stands in
   * the way, and the brick sees it when it is asked again.
   * @throws ConflictError when a brick that may keep personal data cannot run
   * @throws CollisionError
   */
  readonly run: () => Promise<void>;
}

/** The brick that is being asked. It is still set after the transaction when the brick made it fail. */
export interface MoveProgress {
  asked?: BrickMove | undefined;
}

/** Lets each brick give the rows of one person to another, in each of the schools. Those that cannot run come first. */
export async function brickMoves(
  services: MoveServices,
  manager: EntityManager,
  { from, to, schools: named }: Move,
): Promise<BrickMove[]> {
  const { log } = services;
  const schools = named ?? (await schoolsEver(manager, from));
  if (schools.length === 0) return [];
  const rows = await manager.findBy(SchoolRow, { uai: In(schools) });
  const zones = new Map(rows.map(({ uai, timeZone }) => [uai, timeZone]));
  const silent = failedBricksWithPersonalData(services).map(({ id: brick }): BrickMove => {
    const run = (): Promise<void> => {
      log.error({ brick, from, to }, 'a person could not be moved in a brick that does not run');
      return Promise.reject(homonymProblem('brick', { brick }));
    };
    return { brick, run };
  });
  const moves = bricksWithPersonalData(services).flatMap((brick) =>
    schools.map((uai): BrickMove => {
      const clock = localClock(services.clock, zones.get(uai) ?? DEFAULT_TIME_ZONE);
      const { db } = brickDataIn(services, brick, uai);
      return moveIn(services, { brick: brick.id, uai, from, to }, 'a person could not be moved in a brick', () =>
        brick.personalData.movePerson({ uai, db, from, to, clock }),
      );
    }),
  );
  return [...silent, ...moves];
}

/** The rows that a brick is asked to move, for the log. */
interface MoveSubject {
  readonly brick: string;
  readonly uai: string;
  readonly from: string;
  readonly to: string;
}

/** The work of a brick that moves rows, within the time of a transaction. */
export function moveIn(
  { limits, log }: Pick<MoveServices, 'limits' | 'log'>,
  subject: MoveSubject,
  failed: string,
  work: () => Promise<void>,
): BrickMove {
  const run = async (): Promise<void> => {
    try {
      await withTimeout(limits.transaction, async () => work());
    } catch (error) {
      log.error({ ...subject, err: asError(error) }, failed);
      throw error instanceof ConflictError ? new CollisionError() : error;
    }
  };
  return { brick: subject.brick, uai: subject.uai, run };
}

/** Carries out moves in the transaction in progress. The first that fails ends it. */
export async function moveInBricks(moves: readonly BrickMove[], progress: MoveProgress): Promise<void> {
  for (const move of moves) {
    progress.asked = move;
    await move.run();
  }
  progress.asked = undefined;
}

/** The refusal of a decision by the brick that was asked last. */
export function moveProblem({ brick, uai }: BrickMove): ConflictError {
  return homonymProblem('brick', { brick, ...(uai !== undefined && { uai }) });
}
