// SPDX-License-Identifier: EUPL-1.2
import { Not, type EntityManager } from 'typeorm';
import { newId } from '../../../infra/database/new-id.js';
import { endStandIns } from '../../directory/end-stand-ins.js';
import { FormerMembershipRow } from '../../directory/former-membership.entity.js';
import { GroupRow } from '../../directory/group.entity.js';
import { MembershipRow } from '../../directory/membership.entity.js';
import { retiredKey } from '../../directory/retired-key.js';
import { groupKey } from '../state/person-state.js';
import type { ApplyContext, PlanParts } from './apply-context.js';
import { readPersonIds } from './apply-persons.js';
import { isMember, readEmptied, type FilledGroups } from './emptied-groups.js';
import { insertRows } from './write-rows.js';

/**
 * Gives the key of a group that others fill to a group of their own, so that they find nothing of the first one, and its last members keep
 * it (ADR 76). A group in which more than half of its late members are again is the same group: the directory had lost them for a while.
 * @param filled the groups to which the plan adds members
 */
export async function renewGroups(
  manager: EntityManager,
  parts: PlanParts,
  filled: FilledGroups,
  context: ApplyContext,
): Promise<void> {
  const emptied = await readEmptied(manager, filled, context);
  if (emptied.length === 0) return;
  const added = new Map(emptied.map(({ uai, key }) => [groupKey(uai, key), [] as string[]]));
  for await (const { schools } of parts(manager)) {
    for (const { uai, memberships } of schools) {
      for (const { group, person } of memberships.added.filter(isMember)) added.get(groupKey(uai, group))?.push(person);
    }
  }
  for (const group of emptied) {
    const persons = await readPersonIds(manager, context.source, added.get(groupKey(group.uai, group.key)) ?? []);
    // Those that left some days before the last one, too: a directory may lose them one after another.
    const former = await manager.findBy(FormerMembershipRow, { groupId: group.id, role: 'member' });
    const late = new Set(former.map(({ personId }) => personId));
    const back = new Set([...persons.values()].filter((personId) => late.has(personId)));
    if (back.size * 2 <= late.size) await renewGroup(manager, group, context);
  }
}

async function renewGroup(manager: EntityManager, group: GroupRow, { now }: ApplyContext): Promise<void> {
  const { id, key, endedAt } = group;
  await manager.update(GroupRow, { id }, { key: retiredKey(key, id), endedAt: endedAt ?? now });
  const renewed = { ...group, id: newId(), endedAt: null };
  await insertRows(manager, GroupRow, [renewed]);
  await endStandIns(manager, { groupId: id }, now);
  const teachers = await manager.findBy(MembershipRow, { groupId: id, role: Not('member') });
  const former = teachers.map((membership) => ({ ...membership, id: newId(), until: now }));
  await insertRows(manager, FormerMembershipRow, former);
  await manager.update(MembershipRow, { groupId: id }, { groupId: renewed.id });
}
