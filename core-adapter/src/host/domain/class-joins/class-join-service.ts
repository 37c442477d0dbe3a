// SPDX-License-Identifier: EUPL-1.2
import type { EntityManager } from 'typeorm';
import { NotFoundError } from '../../../api/errors.js';
import { isInfrastructureFailure } from '../../infra/database/is-infrastructure-failure.js';
import { asError } from '../../infra/util/as-error.js';
import { batches } from '../directory/batches.js';
import { GroupRow } from '../directory/group.entity.js';
import { lockSchool } from '../directory/lock-school.js';
import type { BrickMove, MoveProgress } from '../homonyms/move-in-bricks.js';
import { moveLate, whenDecided, type Decided } from '../homonyms/move-late-rows.js';
import { holdSyncs } from '../sync/apply/hold-syncs.js';
import { ClassJoinRow, type ClassJoinState } from '../sync/classes/class-join.entity.js';
import { findSchoolsOfSeveralSources } from '../sync/classes/read-classes.js';
import { classJoinProblem, classJoinProblemOf } from './class-join-problem.js';
import {
  answerPair,
  moveClass,
  moveRules,
  partRules,
  putClasses,
  type ClassPairIds,
  type RuleTools,
} from './join-class.js';
import { isSettled, planSettlements, type Settlement } from './plan-settlement.js';
import { ATTEMPTS, settleSchool, type SettleTools } from './settle-school.js';

/** Schools that are read at once: few statements, and requests that wait for some tens of milliseconds on SQLite. */
const SCHOOLS = 5;

export type ClassJoinServiceOptions = SettleTools;

export type ClassDecision = 'same' | 'different';

/** Which classes of several sources are one class (ADR 132). */
export class ClassJoinService {
  constructor(private readonly options: ClassJoinServiceOptions) {}

  /**
   * Joins the classes of other sources to those of the schools' own sources where their pupils say so, and asks where they do not. Call it after
   * each sync. A school in which something fails is left to the next time; while a sync writes, so are all that follow.
   * @param among the UAIs of the schools to look at; all by default
   * @returns the number of classes that were joined
   */
  async settle(among?: readonly string[]): Promise<number> {
    const { unitOfWork, clock, log } = this.options;
    const uais = await unitOfWork.run((manager) => findSchoolsOfSeveralSources(manager, clock.now(), among));
    let joined = 0;
    for (const uai of await this.#unsettled(uais)) {
      try {
        joined += await unitOfWork.inBackground(() => settleSchool(uai, this.options));
      } catch (error) {
        if (isInfrastructureFailure(error)) throw error;
        if (classJoinProblemOf(error)?.problem === 'busy') return joined;
        log.error({ uai, err: asError(error) }, 'the classes of a school could not be compared');
      }
    }
    return joined;
  }

  /**
   * `same`: the two are one class from now on. `different`: they stay two, or are parted, whatever their pupils say.
   * @param actor id of a person, or `cli`
   * @param seen the state that the administrator saw; by default the present one
   * @throws NotFoundError
   * @throws ConflictError when another one has decided since, a class has ended, or a brick cannot move what it keeps; nothing is written then
   */
  async decide(
    id: string,
    decision: ClassDecision,
    { actor, reason, seen }: { actor: string; reason: string; seen?: ClassJoinState },
  ): Promise<void> {
    const { unitOfWork, auditTrail, log } = this.options;
    const asked = await unitOfWork.run((manager) => manager.findOneBy(ClassJoinRow, { id }));
    if (!asked) throw new NotFoundError(`There is no question ${id} about two classes.`, { details: { id } });
    const subject = { groups: [asked.groupId, asked.ownId] };
    const action = { actor, uai: asked.uai, action: `core.class.${decision}`, subject };
    const progress: MoveProgress = {};
    const decide = (manager: EntityManager): Promise<void> =>
      this.#decide(manager, { ...asked, state: seen ?? asked.state }, { state: decision, by: actor, reason }, progress);
    const work = async () => ({ subject, result: await unitOfWork.transaction(decide) });
    await auditTrail.record(action, work, { attempts: ATTEMPTS }).catch((error: unknown) => {
      if (!progress.asked || isInfrastructureFailure(error)) throw error;
      throw classJoinProblem('brick', progress.asked.brick);
    });
    // After a parting, another class may be the likely one.
    await this.settle([asked.uai]).catch((error: unknown) => {
      log.error({ uai: asked.uai, err: asError(error) }, 'the classes of a school could not be compared');
    });
  }

  /** Moves rows that were written while their class was joined to another one: by an upload that was on its way, or by a job. */
  async moveLateRows(decided: Decided, signal: AbortSignal): Promise<void> {
    const { unitOfWork } = this.options;
    const where = { state: 'same' as const, decidedAt: whenDecided(decided) };
    const joins = await unitOfWork.run((manager) => manager.find(ClassJoinRow, { where, order: { id: 'ASC' } }));
    await moveLate(
      joins.map((pair) => (manager: EntityManager) => this.#lateMoves(manager, pair)),
      signal,
      unitOfWork,
    );
  }

  /** Those of these schools of which classes need a change. */
  async #unsettled(uais: readonly string[]): Promise<string[]> {
    const { unitOfWork, clock } = this.options;
    const found: string[] = [];
    for (const batch of batches(uais, SCHOOLS)) {
      const read = (manager: EntityManager): Promise<Settlement[]> =>
        planSettlements(manager, batch, { now: clock.now() });
      const settlements = await unitOfWork.inBackground(() => unitOfWork.transaction(read));
      found.push(...settlements.filter((one) => !isSettled(one)).map(({ uai }) => uai));
    }
    return found;
  }

  async #decide(
    manager: EntityManager,
    { id, uai, groupId, ownId, state: seen }: ClassJoinRow,
    answer: { readonly state: ClassDecision; readonly by: string; readonly reason: string },
    progress: MoveProgress,
  ): Promise<void> {
    // The brick that another attempt asked tells nothing about this one.
    progress.asked = undefined;
    const { unitOfWork, clock, auditTrail, groupMoves, onRegrouped } = this.options;
    await holdSyncs(manager, () => classJoinProblem('busy'));
    await lockSchool(unitOfWork, uai);
    const now = clock.now();
    const row = await manager.findOneBy(ClassJoinRow, { id });
    if (row?.state !== seen || row.state === answer.state) throw classJoinProblem('decided');
    const [group, own] = [await requireClass(manager, groupId), await requireClass(manager, ownId)];
    const pair = { uai, groupId, ownId };
    const isSame = answer.state === 'same';
    const rules = { actor: answer.by, auditTrail };
    if (isSame) {
      if (own.joinedTo !== null) throw classJoinProblem('ended');
      if (group.joinedTo !== null && seen !== 'open') throw classJoinProblem('decided');
      await moveClass(manager, pair, { now, groupMoves }, progress);
    }
    if (isSame || group.joinedTo === ownId) {
      const classes = [{ groupId, to: isSame ? ownId : null }];
      await putClasses(manager, { uai, classes }, { now, onRegrouped });
      if (isSame && group.joinedTo !== null) await this.#leave(manager, { uai, groupId, ownId: group.joinedTo }, rules);
      const changeRules = isSame ? moveRules : partRules;
      await changeRules(manager, pair, rules);
    }
    await answerPair(manager, pair, answer, now);
  }

  /** Parts a class from the class that it was, as the answer says that it is another one. */
  async #leave(manager: EntityManager, pair: ClassPairIds, { actor, auditTrail }: RuleTools): Promise<void> {
    const { uai, groupId, ownId } = pair;
    await partRules(manager, pair, { actor, auditTrail });
    await auditTrail.note({ actor, uai, action: 'core.class.different', subject: { groups: [groupId, ownId] } });
  }

  /** Each move looks again whether the class is still joined: it may have been parted while others were moved. */
  async #lateMoves(manager: EntityManager, { uai, groupId, ownId }: ClassPairIds): Promise<BrickMove[]> {
    const { unitOfWork, groupMoves } = this.options;
    const moves = await groupMoves(manager, { uai, from: groupId, to: ownId, isLate: true });
    const isJoined = (): Promise<boolean> =>
      unitOfWork.run((current) => current.existsBy(GroupRow, { id: groupId, joinedTo: ownId }));
    return moves.map((move) => ({
      ...move,
      run: async () => {
        if (await isJoined()) await move.run();
      },
    }));
  }
}

/** @throws ConflictError when the class has ended */
async function requireClass(manager: EntityManager, id: string): Promise<GroupRow> {
  const group = await manager.findOneBy(GroupRow, { id });
  if (!group || group.endedAt !== null) throw classJoinProblem('ended');
  return group;
}
