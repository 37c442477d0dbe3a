// SPDX-License-Identifier: EUPL-1.2
import { In, type EntityManager } from 'typeorm';
import type { Clock, Log } from '../../../api/log.js';
import { isInfrastructureFailure } from '../../infra/database/is-infrastructure-failure.js';
import { newId } from '../../infra/database/new-id.js';
import { retryCollisions } from '../../infra/database/retry-collisions.js';
import type { UnitOfWork } from '../../infra/database/unit-of-work.js';
import { asError } from '../../infra/util/as-error.js';
import { CLOCK } from '../audit/actors.js';
import type { AuditTrail } from '../audit/audit-trail.js';
import { lockSchool } from '../directory/lock-school.js';
import type { MoveProgress } from '../homonyms/move-in-bricks.js';
import { holdSyncs } from '../sync/apply/hold-syncs.js';
import { BY_RULE, ClassJoinRow } from '../sync/classes/class-join.entity.js';
import { classJoinProblem } from './class-join-problem.js';
import {
  answerPair,
  moveClass,
  moveRules,
  putClasses,
  type ClassPairIds,
  type JoinTools,
  type PutClass,
} from './join-class.js';
import { planSettlements, type Settlement } from './plan-settlement.js';

export interface SettleTools extends Omit<JoinTools, 'now'> {
  readonly unitOfWork: UnitOfWork;
  readonly clock: Clock;
  readonly log: Pick<Log, 'error'>;
  readonly auditTrail: AuditTrail;
}

/** Rows of bricks may change while a class becomes another one: a bilan that is being typed must not refuse the join. */
export const ATTEMPTS = 5;

interface Progress extends MoveProgress {
  /** The class that is being joined. */
  groupId?: string;
}

/**
 * Settles the classes of a school in one transaction that holds the syncs, so that nothing of what it read changes meanwhile. A class that a brick
 * cannot move stays as it is, and an administrator is asked about it.
 * @returns the number of classes that were joined
 */
export async function settleSchool(uai: string, tools: SettleTools): Promise<number> {
  const { unitOfWork, clock, log } = tools;
  const stuck = new Set<string>();
  for (;;) {
    const progress: Progress = {};
    try {
      return await retryCollisions(ATTEMPTS, () =>
        unitOfWork.transaction(async (manager) => {
          // The brick that another attempt asked tells nothing about this one.
          progress.asked = undefined;
          await holdSyncs(manager, () => classJoinProblem('busy'));
          // Replacements and rules of activation that are being written name the class as it is now.
          await lockSchool(unitOfWork, uai);
          const [settlement] = await planSettlements(manager, [uai], { now: clock.now(), stuck });
          return settlement ? carryOut(manager, { settlement, progress }, tools) : 0;
        }),
      );
    } catch (error) {
      const { asked, groupId } = progress;
      if (!asked || groupId === undefined || isInfrastructureFailure(error)) throw error;
      log.error({ uai, groupId, brick: asked.brick, err: asError(error) }, 'a brick could not move a class');
      stuck.add(groupId);
    }
  }
}

async function carryOut(
  manager: EntityManager,
  { settlement, progress }: { readonly settlement: Settlement; readonly progress: Progress },
  { clock, auditTrail, groupMoves, onRegrouped }: SettleTools,
): Promise<number> {
  const now = clock.now();
  const { uai, joins, alone, unsaid, questions, answered, isLentAsNamed } = settlement;
  const note = (action: string, { groupId, ownId }: ClassPairIds): Promise<void> =>
    auditTrail.note({ actor: CLOCK, uai, action, subject: { groups: [groupId, ownId] } });
  if (answered.length > 0) await manager.delete(ClassJoinRow, { id: In([...answered]) });
  const undecided = { state: 'open', askedAt: now, decidedAt: null, decidedBy: null, reason: null } as const;
  for (const pair of questions) await manager.insert(ClassJoinRow, { id: newId(), ...pair, ...undecided });
  for (const pair of unsaid) await answerPair(manager, pair, { state: 'same', by: BY_RULE }, now);
  // The answer stays: the class of the own source may come back.
  for (const pair of alone) await note('core.class.alone', pair);
  for (const pair of joins) {
    progress.groupId = pair.groupId;
    await moveClass(manager, pair, { now, groupMoves }, progress);
    await answerPair(manager, pair, { state: 'same', by: BY_RULE }, now);
    await note('core.class.same', pair);
  }
  const classes: PutClass[] = [
    ...alone.map(({ groupId }) => ({ groupId, to: null })),
    ...joins.map(({ groupId, ownId }) => ({ groupId, to: ownId })),
  ];
  if (classes.length > 0 || !isLentAsNamed) await putClasses(manager, { uai, classes }, { now, onRegrouped });
  for (const pair of joins) await moveRules(manager, pair, { actor: CLOCK, auditTrail });
  return joins.length;
}
