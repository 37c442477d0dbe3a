// SPDX-License-Identifier: EUPL-1.2
import { In, Not, type EntityManager } from 'typeorm';
import { NotFoundError } from '../../../api/errors.js';
import type { Clock, Log } from '../../../api/log.js';
import { isInfrastructureFailure } from '../../infra/database/is-infrastructure-failure.js';
import { newId } from '../../infra/database/new-id.js';
import type { UnitOfWork } from '../../infra/database/unit-of-work.js';
import { asError } from '../../infra/util/as-error.js';
import { CLOCK } from '../audit/actors.js';
import type { AuditTrail } from '../audit/audit-trail.js';
import { GroupRow } from '../directory/group.entity.js';
import { moveInBricks, type BrickMove, type MoveProgress } from '../homonyms/move-in-bricks.js';
import { moveLate, whenDecided, type Decided } from '../homonyms/move-late-rows.js';
import { holdSyncs } from '../sync/apply/hold-syncs.js';
import { classJoinProblem } from './class-join-problem.js';
import { BY_RULE, ClassJoinRow } from '../sync/classes/class-join.entity.js';
import { joinClass } from './join-class.js';
import { planJoins, type JoinPlan } from '../sync/classes/plan-joins.js';
import { findSchoolsOfSeveralSources, readClasses } from '../sync/classes/read-classes.js';

/** The rows of one class become those of another one. */
export interface GroupMoving {
  readonly uai: string;
  readonly from: string;
  readonly to: string;
}

export interface ClassJoinServiceOptions {
  readonly unitOfWork: UnitOfWork;
  readonly clock: Clock;
  readonly log: Pick<Log, 'error'>;
  readonly auditTrail: AuditTrail;
  /** The moves that bricks carry out for a class that becomes another one. */
  readonly groupMoves: (manager: EntityManager, move: GroupMoving) => Promise<readonly BrickMove[]>;
  /** Called in the same transaction with the school in which a class got or lost members. */
  readonly onRegrouped?: (manager: EntityManager, uais: readonly string[]) => Promise<void>;
}

/** Rows of bricks may change while a class becomes another one: a bilan that is being typed must not refuse the join. */
const ATTEMPTS = 5;

export type ClassDecision = 'same' | 'different';

interface Deciding {
  /** Id of a person, `cli`, or `sync` for a join by rule. */
  readonly by: string;
  readonly reason?: string;
}

/** Which classes of several sources are one class (ADR 132). */
export class ClassJoinService {
  constructor(private readonly options: ClassJoinServiceOptions) {}

  /**
   * Joins the classes of other sources to those of the schools' own sources where their pupils say so, and asks where they do not. Call it after
   * each sync. A brick that cannot move its rows leaves the class as it is; an administrator is asked then, and the next sync tries again.
   * @param among the UAIs of the schools to look at; all by default
   * @returns the number of classes that were joined
   */
  async settle(among?: readonly string[]): Promise<number> {
    const { unitOfWork } = this.options;
    const uais = await unitOfWork.run((manager) => findSchoolsOfSeveralSources(manager, among));
    let joined = 0;
    for (const uai of uais) joined += await this.#settleSchool(uai);
    return joined;
  }

  /**
   * `same`: the two are one class from now on. `different`: they stay two, whatever their pupils say.
   * @param actor id of a person, or `cli`
   * @throws NotFoundError
   * @throws ConflictError when it is decided already, a class has ended, or a brick cannot move what it keeps; nothing is written then
   */
  async decide(
    id: string,
    decision: ClassDecision,
    { actor, reason }: { actor: string; reason: string },
  ): Promise<void> {
    const { unitOfWork } = this.options;
    const asked = await unitOfWork.run((manager) => manager.findOneBy(ClassJoinRow, { id }));
    if (!asked) throw new NotFoundError(`There is no question ${id} about two classes.`, { details: { id } });
    if (decision === 'same') return this.#join(asked, actor, { by: actor, reason });
    await this.#record(actor, 'core.class.different', asked, async (manager) => {
      await holdSyncs(manager, () => classJoinProblem('busy'));
      await this.#answer(manager, asked, { state: 'different', from: ['open', 'same'] }, { by: actor, reason });
      const { joinedTo } = await requireClass(manager, asked.groupId);
      if (joinedTo === asked.ownId) await this.#put(manager, { ...asked, to: null });
    });
  }

  /** Moves rows that were written while their class was joined to another one: by an upload that was on its way, or by a job. */
  async moveLateRows(decided: Decided, signal: AbortSignal): Promise<void> {
    const { unitOfWork, groupMoves } = this.options;
    const where = { state: 'same' as const, decidedAt: whenDecided(decided) };
    const joins = await unitOfWork.run((manager) => manager.find(ClassJoinRow, { where, order: { id: 'ASC' } }));
    const moves = joins.map(
      ({ uai, groupId, ownId }) =>
        (manager: EntityManager) =>
          groupMoves(manager, { uai, from: groupId, to: ownId }),
    );
    await moveLate(moves, signal, unitOfWork);
  }

  async #settleSchool(uai: string): Promise<number> {
    const { unitOfWork, clock, log } = this.options;
    const [classes, answers] = await unitOfWork.transaction(async (manager) => [
      await readClasses(manager, uai, clock.now()),
      await manager.findBy(ClassJoinRow, { uai }),
    ]);
    const there = new Set(classes.others.map(({ id }) => id));
    const gone = answers.filter(({ groupId, state }) => state === 'open' && !there.has(groupId));
    if (gone.length > 0) {
      await unitOfWork.run((manager) =>
        manager.delete(ClassJoinRow, { id: In(gone.map(({ id }) => id)), state: 'open' }),
      );
    }
    let joined = 0;
    for (const plan of planJoins(classes, answers)) {
      const present = classes.others.find(({ id }) => id === plan.groupId)?.joinedTo ?? null;
      if (asksOtherwise(plan, answers)) await unitOfWork.transaction((manager) => this.#ask(manager, uai, plan));
      if (plan.to === present) continue;
      const pair = { uai, groupId: plan.groupId, ownId: plan.to ?? present ?? '' };
      const change = plan.to === null ? this.#standAlone(pair) : this.#join(pair, CLOCK, { by: BY_RULE });
      await change.then(
        () => (joined += plan.to === null ? 0 : 1),
        async (error: unknown) => {
          if (isInfrastructureFailure(error)) throw error;
          log.error({ ...pair, err: asError(error) }, 'a class could not be joined to the class of the own source');
          await unitOfWork.transaction((manager) => this.#ask(manager, uai, { ...plan, ask: [pair.ownId] }));
        },
      );
    }
    return joined;
  }

  /** Keeps the open questions about a class: those of the plan, and no others. */
  async #ask(manager: EntityManager, uai: string, { groupId, ask }: JoinPlan): Promise<void> {
    const known = await manager.findBy(ClassJoinRow, { groupId });
    for (const { id, ownId, state } of known) {
      if (state === 'open' && !ask.includes(ownId)) await manager.delete(ClassJoinRow, { id, state });
    }
    const askedAt = this.options.clock.now();
    for (const ownId of ask) {
      if (known.some((row) => row.ownId === ownId && row.state !== 'same')) continue;
      const open = {
        uai,
        groupId,
        ownId,
        state: 'open',
        askedAt,
        decidedAt: null,
        decidedBy: null,
        reason: null,
      } as const;
      const row = known.find((one) => one.ownId === ownId);
      if (row) await manager.update(ClassJoinRow, { id: row.id }, open);
      else await manager.insert(ClassJoinRow, { id: newId(), ...open });
    }
  }

  /** Joins a class to the one of the own source, as a rule or a person says. */
  async #join(pair: Pick<ClassJoinRow, 'uai' | 'groupId' | 'ownId'>, actor: string, deciding: Deciding): Promise<void> {
    const { groupMoves } = this.options;
    const { uai, groupId, ownId } = pair;
    const progress: MoveProgress = {};
    const joining = this.#record(actor, 'core.class.same', pair, async (manager) => {
      await holdSyncs(manager, () => classJoinProblem('busy'));
      const [group, own] = [await requireClass(manager, groupId), await requireClass(manager, ownId)];
      if (group.joinedTo === ownId) throw classJoinProblem('decided');
      if (own.joinedTo !== null) throw classJoinProblem('ended');
      const from = deciding.by === BY_RULE ? (['open', 'same'] as const) : (['open'] as const);
      await this.#answer(manager, pair, { state: 'same', from }, deciding);
      await moveInBricks(await groupMoves(manager, { uai, from: groupId, to: ownId }), progress);
      await this.#put(manager, { uai, groupId, to: ownId });
    });
    await joining.catch((error: unknown) => {
      if (!progress.asked || isInfrastructureFailure(error)) throw error;
      throw classJoinProblem('brick', progress.asked.brick);
    });
  }

  /** A class stands for itself again when the class of the own source has ended. */
  async #standAlone(pair: Pick<ClassJoinRow, 'uai' | 'groupId' | 'ownId'>): Promise<void> {
    await this.#record(CLOCK, 'core.class.alone', pair, async (manager) => {
      await holdSyncs(manager, () => classJoinProblem('busy'));
      await manager.delete(ClassJoinRow, { groupId: pair.groupId, ownId: pair.ownId, state: 'same' });
      await this.#put(manager, { ...pair, to: null });
    });
  }

  async #put(manager: EntityManager, target: Parameters<typeof joinClass>[1]): Promise<void> {
    const { clock, onRegrouped } = this.options;
    await joinClass(manager, target, clock.now());
    await onRegrouped?.(manager, [target.uai]);
  }

  /** Writes the answer about a pair, which nobody may have answered meanwhile. */
  async #answer(
    manager: EntityManager,
    { uai, groupId, ownId }: Pick<ClassJoinRow, 'uai' | 'groupId' | 'ownId'>,
    { state, from }: { readonly state: ClassDecision; readonly from: readonly ClassJoinRow['state'][] },
    { by, reason = '' }: Deciding,
  ): Promise<void> {
    const now = this.options.clock.now();
    const answer = { state, decidedAt: now, decidedBy: by, reason: reason || null };
    const row = await manager.findOneBy(ClassJoinRow, { groupId, ownId });
    if (row && !from.includes(row.state)) throw classJoinProblem('decided');
    if (row) await manager.update(ClassJoinRow, { id: row.id }, answer);
    else await manager.insert(ClassJoinRow, { id: newId(), uai, groupId, ownId, askedAt: now, ...answer });
    const others = { groupId, ownId: Not(ownId), state: In(['open', 'same']) };
    if (state === 'same') await manager.delete(ClassJoinRow, others);
  }

  #record(
    actor: string,
    action: string,
    { uai, groupId, ownId }: Pick<ClassJoinRow, 'uai' | 'groupId' | 'ownId'>,
    work: (manager: EntityManager) => Promise<void>,
  ): Promise<void> {
    const { unitOfWork, auditTrail } = this.options;
    const subject = { groups: [groupId, ownId] };
    const run = async () => ({ subject, result: await unitOfWork.transaction(work) });
    return auditTrail.record({ actor, uai, action, subject }, run, { attempts: ATTEMPTS });
  }
}

/** Whether the open questions about a class are not those of the plan. */
function asksOtherwise({ groupId, ask }: JoinPlan, answers: readonly ClassJoinRow[]): boolean {
  const known = answers.filter((row) => row.groupId === groupId);
  const open = known.filter(({ state }) => state === 'open').map(({ ownId }) => ownId);
  const isParted = (id: string): boolean => known.some(({ ownId, state }) => ownId === id && state === 'different');
  return open.some((id) => !ask.includes(id)) || ask.some((id) => !open.includes(id) && !isParted(id));
}

/** @throws ConflictError when the class has ended */
async function requireClass(manager: EntityManager, id: string): Promise<GroupRow> {
  const group = await manager.findOneBy(GroupRow, { id });
  if (!group || group.endedAt !== null) throw classJoinProblem('ended');
  return group;
}
