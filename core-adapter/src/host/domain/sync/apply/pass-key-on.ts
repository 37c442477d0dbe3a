// SPDX-License-Identifier: EUPL-1.2
import type { EntityManager } from 'typeorm';
import { newId } from '../../../infra/database/new-id.js';
import { FormerMembershipRow } from '../../directory/former-membership.entity.js';
import { GroupRow } from '../../directory/group.entity.js';
import { MembershipRow } from '../../directory/membership.entity.js';
import { retiredKey } from '../../directory/retired-key.js';
import type { ApplyContext } from './apply-context.js';
import { deleteRows, insertRows, overwriteRows } from './write-rows.js';

interface Passing {
  readonly from: GroupRow;
  /** The group with the key from now on, as it is to be stored: a new one, or one that is there. */
  readonly to: GroupRow;
  /** Members of the first group, in any role, that are members of the other one from now on. */
  readonly members: readonly MembershipRow[];
}

/** Passes the key of a group on to another group. The first one is kept under a retired key, and these members have it as a past tie. */
export async function passKeyOn(
  manager: EntityManager,
  { from: { id, key, endedAt }, to, members }: Passing,
  { now }: Pick<ApplyContext, 'now'>,
): Promise<void> {
  await manager.update(GroupRow, { id }, { key: retiredKey(key, id), endedAt: endedAt ?? now });
  const columns = ['key', 'kind', 'name', 'foldedName', 'endedAt'] as const;
  await overwriteRows(manager, GroupRow, [to], { by: ['id'], columns });
  const former = members.map((membership) => ({ ...membership, id: newId(), until: now, leftAt: null }));
  await insertRows(manager, FormerMembershipRow, former);
  await deleteRows(manager, MembershipRow, members);
  const moved = members.map((membership) => ({ ...membership, groupId: to.id }));
  await insertRows(manager, MembershipRow, moved);
}
