// SPDX-License-Identifier: EUPL-1.2
import { Not, type EntityManager } from 'typeorm';
import { newId } from '../../../infra/database/new-id.js';
import { endStandIns } from '../../directory/end-stand-ins.js';
import { FormerMembershipRow } from '../../directory/former-membership.entity.js';
import { GroupRow } from '../../directory/group.entity.js';
import { MembershipRow } from '../../directory/membership.entity.js';
import { retiredKey } from '../../directory/retired-key.js';
import type { ApplyContext } from './apply-context.js';
import { readPersonIds } from './apply-persons.js';
import type { RefilledGroup } from './emptied-groups.js';
import { insertRows } from './write-rows.js';

/**
 * Gives the key of a group that others fill to a group of their own, so that they find nothing of the first one, and its last members keep
 * it (ADR 76). A group in which more than half of its last members are again is the same group: the directory had lost them for a while.
 */
export async function renewGroups(
  manager: EntityManager,
  groups: readonly RefilledGroup[],
  { source, now }: ApplyContext,
): Promise<void> {
  for (const { id, lastMembers, added } of groups) {
    const persons = await readPersonIds(manager, source, added);
    const back = [...new Set(persons.values())].filter((personId) => lastMembers.has(personId));
    if (back.length * 2 > lastMembers.size) continue;
    const group = await manager.findOneByOrFail(GroupRow, { id });
    const endedAt = group.endedAt ?? now;
    await manager.update(GroupRow, { id }, { key: retiredKey(group.key, id), endedAt });
    const renewed = { ...group, id: newId(), endedAt: null };
    await insertRows(manager, GroupRow, [renewed]);
    await endStandIns(manager, { groupId: id }, now);
    const teachers = await manager.findBy(MembershipRow, { groupId: id, role: Not('member') });
    const former = teachers.map((membership) => ({ ...membership, id: newId(), until: now }));
    await insertRows(manager, FormerMembershipRow, former);
    await manager.update(MembershipRow, { groupId: id }, { groupId: renewed.id });
  }
}
