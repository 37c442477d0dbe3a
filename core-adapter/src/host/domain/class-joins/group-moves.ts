// SPDX-License-Identifier: EUPL-1.2
import type { EntityManager } from 'typeorm';
import { localClock } from '../../infra/i18n/local-clock.js';
import { brickDataIn } from '../bricks/brick-data-in.js';
import { SchoolRow } from '../directory/school.entity.js';
import { moveIn, type BrickMove, type MoveServices } from '../homonyms/move-in-bricks.js';
import { failedWithRows } from '../personal-data/bricks-with-personal-data.js';
import { leftoverBricks } from '../personal-data/leftover-bricks.js';
import { classJoinProblem } from './class-join-problem.js';
import type { GroupMoving } from './join-class.js';

/**
 * Lets each brick give the rows of one class to another. Bricks that do not run and may have rows come first: those that failed, and those with
 * tables that volee.yaml does not name.
 */
export async function groupMoves(
  services: MoveServices,
  manager: EntityManager,
  { uai, from, to, isLate = false }: GroupMoving,
): Promise<BrickMove[]> {
  const { timeZone } = await manager.findOneByOrFail(SchoolRow, { uai });
  const clock = localClock(services.clock, timeZone);
  const database = { dataSource: manager, engine: services.database.engine };
  const ids = services.bricks.map(({ id }) => id);
  const missing = isLate ? [] : await leftoverBricks(database, ids);
  const failed = failedWithRows(services).map(({ id }) => id);
  const silent = [...failed, ...missing].map((brick): BrickMove => {
    const run = (): Promise<void> => {
      services.log.error({ brick, uai, from, to }, 'a class could not be moved in a brick that does not run');
      return Promise.reject(classJoinProblem('brick', brick));
    };
    return { brick, run };
  });
  const moves = services.bricks.flatMap((brick) => {
    if (brick.state !== 'ready' || !brick.moveGroup) return [];
    const { id, moveGroup } = brick;
    const { db } = brickDataIn(services, brick, uai);
    const subject = { brick: id, uai, from, to };
    return moveIn(services, subject, 'a class could not be moved in a brick', () =>
      moveGroup({ uai, db, from, to, clock }),
    );
  });
  return [...silent, ...moves];
}
