// SPDX-License-Identifier: EUPL-1.2
import { IsNull, type EntityManager } from 'typeorm';
import { newId } from '../../../infra/database/new-id.js';
import { FormerMembershipRow } from '../../directory/former-membership.entity.js';
import type { GroupRow } from '../../directory/group.entity.js';
import { MembershipRow } from '../../directory/membership.entity.js';
import { groupKey } from '../state/person-state.js';
import type { ApplyContext, GroupIds, PlanParts } from './apply-context.js';
import { readPersonIds } from './apply-persons.js';
import { isMember, readRefilled, type FilledGroups } from './filled-groups.js';
import { passKeyOn } from './pass-key-on.js';

/** The keys of the members that a plan adds to a group, and of the people in any role that it removes. */
interface Change {
  readonly added: string[];
  readonly removed: string[];
}

/**
 * When other people fill a group, gives its key to a new group for them, so that they find nothing of the first group, and its last members
 * keep that one (ADR 76). A group that has more than half of its late members is the same group: the directory had lost them for a while.
 * Call `giveBackGroups` afterwards.
 * @param filled the groups to or from which the plan moves members
 * @returns the ids of the groups that lost their keys, by `groupKey`: memberships that the plan removes are theirs
 */
export async function renewGroups(
  manager: EntityManager,
  parts: PlanParts,
  filled: FilledGroups,
  context: ApplyContext,
): Promise<GroupIds> {
  const renewed = new Map<string, string>();
  const refilled = await readRefilled(manager, filled, context);
  if (refilled.length === 0) return renewed;
  const changes = await readChanges(manager, parts, refilled);
  for (const group of refilled) {
    const key = groupKey(group.uai, group.key);
    const { added, removed } = changes.get(key) ?? { added: [], removed: [] };
    const persons = await readPersonIds(manager, context.source, [...added, ...removed]);
    const there = await manager.findBy(MembershipRow, { groupId: group.id });
    const leaving = new Set(removed.map((person) => persons.get(person)));
    const staying = there.filter(({ personId }) => !leaving.has(personId));
    // Members who left some days before the last one count, too: a directory may lose them one after another.
    const former = await manager.findBy(FormerMembershipRow, { groupId: group.id, role: 'member', via: IsNull() });
    const late = new Set([...there.filter(isMember), ...former].map(({ personId }) => personId));
    const came = new Set(added.map((person) => persons.get(person) ?? person));
    const back = [...came].filter((person) => late.has(person)).length;
    const kept = staying.filter(isMember).length;
    const isOther = late.size > 0 && (kept + back) * 2 <= late.size;
    // A class that half of its pupils leave while somebody comes is the same class.
    if (!isOther || (kept > 0 && came.size - back <= kept + back)) continue;
    // People who stay are members of the new group, too: both are theirs.
    await passKeyOn(
      manager,
      {
        from: group,
        to: { ...group, id: newId(), namedAt: context.now, endedAt: null, joinedTo: null },
        members: staying,
      },
      context,
    );
    renewed.set(key, group.id);
  }
  return renewed;
}

async function readChanges(
  manager: EntityManager,
  parts: PlanParts,
  groups: readonly GroupRow[],
): Promise<Map<string, Change>> {
  const changes = new Map<string, Change>(
    groups.map(({ uai, key }) => [groupKey(uai, key), { added: [], removed: [] }]),
  );
  for await (const { schools } of parts(manager)) {
    for (const { uai, memberships } of schools) {
      for (const { group, person } of memberships.added.filter(isMember)) {
        changes.get(groupKey(uai, group))?.added.push(person);
      }
      for (const { group, person } of memberships.removed) changes.get(groupKey(uai, group))?.removed.push(person);
    }
  }
  return changes;
}
