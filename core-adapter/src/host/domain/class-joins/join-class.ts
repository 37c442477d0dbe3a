// SPDX-License-Identifier: EUPL-1.2
import { In, LessThan, MoreThan, Not, type EntityManager } from 'typeorm';
import { newId } from '../../infra/database/new-id.js';
import { ActivationRow } from '../activation/activation.entity.js';
import { subjectOf } from '../activation/audit-subject.js';
import type { AuditTrail } from '../audit/audit-trail.js';
import { endStandIns, setDaysOfStandIn } from '../directory/end-stand-ins.js';
import { GroupRow } from '../directory/group.entity.js';
import { MembershipRow } from '../directory/membership.entity.js';
import { StandInRow } from '../directory/stand-in.entity.js';
import { moveInBricks, type BrickMove, type MoveProgress } from '../homonyms/move-in-bricks.js';
import { lendMembers, takeBackMembers } from '../sync/apply/lend-members.js';
import { ClassJoinRow, type ClassJoinState } from '../sync/classes/class-join.entity.js';

/** A class of another source, and a class of the school's own source. */
export interface ClassPairIds {
  readonly uai: string;
  readonly groupId: string;
  readonly ownId: string;
}

/** The rows of one class become those of another one. */
export interface GroupMoving {
  readonly uai: string;
  readonly from: string;
  readonly to: string;
  /** Whether the class was joined before: no brick that volee.yaml does not name had rows of it then. */
  readonly isLate?: boolean;
}

export interface JoinTools {
  readonly now: Date;
  /** The moves that bricks carry out for a class that becomes another one. */
  readonly groupMoves: (manager: EntityManager, move: GroupMoving) => Promise<readonly BrickMove[]>;
  /** Called in the same transaction with the school in which a class got or lost members. */
  readonly onRegrouped: (manager: EntityManager, uais: readonly string[]) => Promise<void>;
}

/** An answer about two classes. */
export interface ClassAnswer {
  readonly state: Exclude<ClassJoinState, 'open'>;
  /** Id of a person, `cli`, or `BY_RULE`. */
  readonly by: string;
  readonly reason?: string;
}

/**
 * Moves what is kept about a class that becomes one of the own source, in the transaction in progress, which holds the syncs and the school:
 * rows of bricks first, then replacements. Call `putClasses` and `moveRules` afterwards.
 * @param progress tells which brick was asked when the transaction fails
 */
export async function moveClass(
  manager: EntityManager,
  pair: ClassPairIds,
  { now, groupMoves }: Pick<JoinTools, 'now' | 'groupMoves'>,
  progress: MoveProgress,
): Promise<void> {
  const { uai, groupId, ownId } = pair;
  await moveInBricks(await groupMoves(manager, { uai, from: groupId, to: ownId }), progress);
  await moveReplacements(manager, pair, now);
}

/** A class and the one that it is from now on; null: it stands for itself, and nothing is moved back. */
export interface PutClass {
  readonly groupId: string;
  readonly to: string | null;
}

/** Says which class each of these classes of a school is, and gives the members to those of the own source: once for all. */
export async function putClasses(
  manager: EntityManager,
  { uai, classes }: { readonly uai: string; readonly classes: readonly PutClass[] },
  { now, onRegrouped }: Pick<JoinTools, 'now' | 'onRegrouped'>,
): Promise<void> {
  const before = await takeBackMembers(manager, [uai], now);
  for (const { groupId, to } of classes) await manager.update(GroupRow, { id: groupId, uai }, { joinedTo: to });
  await lendMembers(manager, [uai], { before, now });
  await onRegrouped(manager, [uai]);
}

/** Writes the answer about a pair. A class is one other class at most: other joins and open questions about it go. */
export async function answerPair(
  manager: EntityManager,
  { uai, groupId, ownId }: ClassPairIds,
  { state, by, reason = '' }: ClassAnswer,
  now: Date,
): Promise<void> {
  const answer = { state, decidedAt: now, decidedBy: by, reason: reason || null };
  const row = await manager.findOneBy(ClassJoinRow, { groupId, ownId });
  if (row) await manager.update(ClassJoinRow, { id: row.id }, answer);
  else await manager.insert(ClassJoinRow, { id: newId(), uai, groupId, ownId, askedAt: now, ...answer });
  if (state === 'same') await manager.delete(ClassJoinRow, { groupId, ownId: Not(ownId), state: In(['open', 'same']) });
}

/**
 * Puts a class of the own source into the rules that name a class joined to it. The joined class stays in a rule beside it while it has pupils
 * that the own source puts elsewhere: a rule keeps the people that it reached (ADR 77). Rules that have ended follow, too: a brick that is
 * switched on again is on for the class.
 */
export async function moveRules(manager: EntityManager, pair: ClassPairIds, tools: RuleTools): Promise<void> {
  const { groupId, ownId } = pair;
  const rules = await readRules(manager, pair.uai, groupId);
  if (rules.length === 0) return;
  const [pupils, members] = [await readPupils(manager, groupId), await readPupils(manager, ownId)];
  const kept = [...pupils].some((pupil) => !members.has(pupil)) ? [groupId, ownId] : [ownId];
  await changeRules(manager, rules, tools, (one) => (one === groupId ? kept : [one]));
}

/** Puts a class that is parted from one of the own source into the rules that name that one: both go on having the bricks. */
export async function partRules(manager: EntityManager, pair: ClassPairIds, tools: RuleTools): Promise<void> {
  const { groupId, ownId } = pair;
  const rules = await readRules(manager, pair.uai, ownId);
  await changeRules(manager, rules, tools, (one) => (one === ownId ? [ownId, groupId] : [one]));
}

export interface RuleTools {
  /** Id of a person, `cli`, or the clock. */
  readonly actor: string;
  readonly auditTrail: Pick<AuditTrail, 'note'>;
}

/** The rules of a school that name a class, including ended rules. */
async function readRules(manager: EntityManager, uai: string, groupId: string): Promise<ActivationRow[]> {
  const rules = await manager.findBy(ActivationRow, { uai });
  return rules.filter(({ groupIds }) => groupIds.includes(groupId));
}

async function changeRules(
  manager: EntityManager,
  rules: readonly ActivationRow[],
  { actor, auditTrail }: RuleTools,
  groupsFor: (groupId: string) => readonly string[],
): Promise<void> {
  for (const rule of rules) {
    const groupIds = [...new Set(rule.groupIds.flatMap(groupsFor))];
    if (groupIds.every((id) => rule.groupIds.includes(id)) && groupIds.length === rule.groupIds.length) continue;
    await manager.update(ActivationRow, { id: rule.id }, { groupIds });
    const subject = { brick: rule.brick, ...subjectOf({ ...rule, groupIds }) };
    await auditTrail.note({ actor, uai: rule.uai, action: 'core.brick.change', subject });
  }
}

async function readPupils(manager: EntityManager, groupId: string): Promise<ReadonlySet<string>> {
  const rows = await manager.findBy(MembershipRow, { groupId, role: 'member' });
  return new Set(rows.map(({ personId }) => personId));
}

/** A person who replaces in both classes in the same days does so once, from the first to the last of these days. */
async function moveReplacements(manager: EntityManager, { groupId, ownId }: ClassPairIds, now: Date): Promise<void> {
  for (const { id, personId, from, until, word, wordBy } of await manager.findBy(StandInRow, { groupId })) {
    const overlapping = { groupId: ownId, personId, from: LessThan(until), until: MoreThan(from) };
    const other = until > now ? await manager.findOneBy(StandInRow, overlapping) : null;
    if (other) {
      const days = { from: from < other.from ? from : other.from, until: until > other.until ? until : other.until };
      await setDaysOfStandIn(manager, other.id, days);
      if (word !== null && other.word === null) await manager.update(StandInRow, { id: other.id }, { word, wordBy });
      await endStandIns(manager, { id }, now);
    } else await manager.update(StandInRow, { id }, { groupId: ownId });
  }
}
