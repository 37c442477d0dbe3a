// SPDX-License-Identifier: EUPL-1.2
import { In, IsNull, type EntityManager } from 'typeorm';
import { batches } from '../../directory/batches.js';
import { endStandIns } from '../../directory/end-stand-ins.js';
import { FormerMembershipRow } from '../../directory/former-membership.entity.js';
import { GroupRow } from '../../directory/group.entity.js';
import { MembershipRow } from '../../directory/membership.entity.js';
import { isRetiredKey, retiredKey } from '../../directory/retired-key.js';
import { readGroupKey } from '../state/person-state.js';
import type { ApplyContext, GroupIds } from './apply-context.js';
import { isMember, type FilledGroups } from './filled-groups.js';
import { passKeyOn } from './pass-key-on.js';

interface Groups {
  /** All groups of these school years, by `groupKey`. */
  readonly all: GroupIds;
  /** The groups that have lost their keys to new ones by this plan, by `groupKey`. */
  readonly renewed: GroupIds;
}

/**
 * Gives a group its key back once former members of it are in the group of the key, and nobody else: their directory had lost them, or had
 * mixed up two classes (ADR 90). Replacement teachers stay with a group that gets its key back, and end with one that loses it.
 * @param filled the groups to or from which the plan moved members
 */
export async function giveBackGroups(
  manager: EntityManager,
  filled: FilledGroups,
  { all, renewed }: Groups,
  context: ApplyContext,
): Promise<void> {
  const ended = new Set(renewed.values());
  for (const [group, candidates] of retiredOf(filled, all)) {
    const present = await manager.findOneByOrFail(GroupRow, { id: all.get(group) ?? '' });
    const first = await findOwn(manager, present, candidates);
    if (!first) continue;
    const { key, kind, name, foldedName } = present;
    const to = { ...first, ...{ key, kind, name, foldedName }, endedAt: null };
    const members = await manager.findBy(MembershipRow, { groupId: present.id });
    await passKeyOn(manager, { from: present, to, members }, context);
    ended.delete(first.id);
    // Nobody has seen a group that was made by this very plan.
    if (renewed.has(group)) await manager.delete(GroupRow, { id: present.id });
    else ended.add(present.id);
  }
  if (ended.size > 0) await endStandIns(manager, { groupId: In([...ended]) }, context.now);
}

/** The ids of the groups that had a key before, for each filled group that has such, by `groupKey`. */
function retiredOf(filled: FilledGroups, all: GroupIds): Map<string, string[]> {
  const found = new Map<string, string[]>();
  const retired = [...all].flatMap(([group, id]) => (isRetiredKey(group) ? [{ ...readGroupKey(group), id }] : []));
  if (retired.length === 0) return found;
  for (const [group, { uai, key }] of filled) {
    const own = retired.filter((one) => one.uai === uai && one.key === retiredKey(key, one.id)).map(({ id }) => id);
    if (own.length > 0 && all.has(group)) found.set(group, own);
  }
  return found;
}

/** The oldest of these groups to which the members of the present group belong. */
async function findOwn(
  manager: EntityManager,
  present: GroupRow,
  candidates: readonly string[],
): Promise<GroupRow | undefined> {
  const members = await manager.findBy(MembershipRow, { groupId: present.id });
  const here = new Set(members.filter(isMember).map(({ personId }) => personId));
  if (here.size === 0) return undefined;
  // Ids are in the order in which groups came.
  const groups = await manager.find(GroupRow, { where: { id: In([...candidates]) }, order: { id: 'ASC' } });
  for (const group of groups) {
    const former = await manager.findBy(FormerMembershipRow, { groupId: group.id, role: 'member', via: IsNull() });
    const late = new Set(former.map(({ personId }) => personId));
    const isAnyStranger = [...here].some((person) => !late.has(person));
    const missing = [...late].filter((person) => !here.has(person));
    if (!isAnyStranger && here.size > (await countInOthers(manager, present, missing))) return group;
  }
  return undefined;
}

/** The number of these people with a membership in another group of the same kind, in the same directory. */
async function countInOthers(
  manager: EntityManager,
  { id, source, uai, schoolYear, kind }: GroupRow,
  persons: readonly string[],
): Promise<number> {
  const found = new Set<string>();
  for (const batch of batches(persons)) {
    const rows = await manager
      .createQueryBuilder(MembershipRow, 'present')
      .innerJoin(GroupRow, 'class', 'class.id = present.groupId')
      .where({ personId: In([...batch]), role: 'member' })
      .andWhere('class.id <> :id AND class.source = :source AND class.uai = :uai', { id, source, uai })
      .andWhere('class.schoolYear = :schoolYear AND class.kind = :kind', { schoolYear, kind })
      .getMany();
    for (const { personId } of rows) found.add(personId);
  }
  return found.size;
}
