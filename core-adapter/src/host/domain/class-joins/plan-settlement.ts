// SPDX-License-Identifier: EUPL-1.2
import { In, IsNull, Not, type EntityManager } from 'typeorm';
import { GroupRow } from '../directory/group.entity.js';
import { findWronglyLent } from '../sync/apply/lend-members.js';
import { ClassJoinRow } from '../sync/classes/class-join.entity.js';
import { planJoins, type JoinPlan } from '../sync/classes/plan-joins.js';
import { readClasses, type SchoolClasses } from '../sync/classes/read-classes.js';
import type { ClassPairIds } from './join-class.js';

/** The changes that the classes of a school need. */
export interface Settlement {
  readonly uai: string;
  readonly joins: readonly ClassPairIds[];
  /** Classes that are no longer the class that they were, with that class. */
  readonly alone: readonly ClassPairIds[];
  /** Classes that are joined without a row that says so. */
  readonly unsaid: readonly ClassPairIds[];
  readonly questions: readonly ClassPairIds[];
  /** Ids of questions that are none any more. */
  readonly answered: readonly string[];
  readonly isLentAsNamed: boolean;
}

/**
 * Reads schools and plans the changes that the classes of each need.
 * @param stuck classes that a brick could not move: an administrator is asked about them
 */
export async function planSettlements(
  manager: EntityManager,
  uais: readonly string[],
  { now, stuck = new Set() }: { readonly now: Date; readonly stuck?: ReadonlySet<string> },
): Promise<Settlement[]> {
  const schools = await readClasses(manager, uais, now);
  const answers = await manager.findBy(ClassJoinRow, { uai: In([...uais]) });
  const turned = await manager.findBy(GroupRow, { uai: In([...uais]), kind: Not('class'), joinedTo: Not(IsNull()) });
  const wrong = await findWronglyLent(manager, uais, now);
  return schools.map((classes) => {
    const isThere = ({ uai }: { readonly uai: string }): boolean => uai === classes.uai;
    const plan = planSettlement(classes, answers.filter(isThere), stuck);
    // A group that is no class any more is no class of the own source either.
    const others = turned.filter(isThere).map(({ uai, id, joinedTo }) => ({ uai, groupId: id, ownId: joinedTo ?? '' }));
    return { ...plan, alone: [...plan.alone, ...others], isLentAsNamed: !wrong.has(classes.uai) };
  });
}

function planSettlement(
  classes: SchoolClasses,
  answers: readonly ClassJoinRow[],
  stuck: ReadonlySet<string>,
): Omit<Settlement, 'isLentAsNamed'> {
  const { uai } = classes;
  const present = new Map(classes.others.map(({ id, joinedTo }) => [id, joinedTo]));
  const plans = planJoins(classes, answers).map((plan) => ({ ...plan, present: present.get(plan.groupId) ?? null }));
  const moving = plans.filter(({ to, present: now }) => to !== now);
  const free = moving.filter(({ groupId }) => !stuck.has(groupId));
  const asked = plans.flatMap((plan) => questionsOf(plan, moving.includes(plan) && stuck.has(plan.groupId)));
  const pairOf = (groupId: string, ownId: string): ClassPairIds => ({ uai, groupId, ownId });
  const stateOf = (pair: Omit<ClassPairIds, 'uai'>): ClassJoinRow['state'] | undefined =>
    answers.find(({ groupId, ownId }) => groupId === pair.groupId && ownId === pair.ownId)?.state;
  return {
    uai,
    joins: free.flatMap(({ groupId, to }) => (to === null ? [] : [pairOf(groupId, to)])),
    alone: free.flatMap(({ groupId, present: was }) => (was === null ? [] : [pairOf(groupId, was)])),
    unsaid: plans.flatMap(({ groupId, to, present: is }) =>
      is !== null && is === to && stateOf({ groupId, ownId: is }) !== 'same' ? [pairOf(groupId, is)] : [],
    ),
    questions: asked.filter((pair) => stateOf(pair) === undefined).map(({ groupId, ownId }) => pairOf(groupId, ownId)),
    answered: answers
      .filter(({ state, groupId, ownId }) => {
        return state === 'open' && !asked.some((one) => one.groupId === groupId && one.ownId === ownId);
      })
      .map(({ id }) => id),
  };
}

export function isSettled({ joins, alone, unsaid, questions, answered, isLentAsNamed: isLent }: Settlement): boolean {
  return isLent && [joins, alone, unsaid, questions, answered].every(({ length }) => length === 0);
}

function questionsOf({ groupId, to, ask }: JoinPlan, isStuck: boolean): Omit<ClassPairIds, 'uai'>[] {
  const owns = isStuck && to !== null ? [to] : ask;
  return owns.map((ownId) => ({ groupId, ownId }));
}
