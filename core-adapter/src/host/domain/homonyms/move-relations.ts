// SPDX-License-Identifier: EUPL-1.2
import type { EntityManager } from 'typeorm';
import { FormerMembershipRow } from '../directory/former-membership.entity.js';
import { KinshipRow } from '../directory/kinship.entity.js';
import { MembershipRow } from '../directory/membership.entity.js';
import { deleteRows, insertRows } from '../sync/apply/write-rows.js';

/** Moves the memberships of one person to another, the former ones too. A group that has both as members keeps one membership. */
export async function moveMemberships(manager: EntityManager, from: string, to: string): Promise<void> {
  const rows = await manager.findBy(MembershipRow, { personId: from });
  const there = await manager.findBy(MembershipRow, { personId: to });
  const groups = new Set(there.map(({ groupId }) => groupId));
  await manager.delete(MembershipRow, { personId: from });
  const moved = rows.filter(({ groupId }) => !groups.has(groupId)).map((row) => ({ ...row, personId: to }));
  await insertRows(manager, MembershipRow, moved);
  await manager.update(FormerMembershipRow, { personId: from }, { personId: to });
}

/** Moves the kinships of one person to another. A kinship of a person with themselves is dropped. */
export async function moveKinships(manager: EntityManager, from: string, to: string): Promise<void> {
  const rows = await manager.findBy(KinshipRow, [{ guardianId: from }, { childId: from }]);
  const there = await manager.findBy(KinshipRow, [{ guardianId: to }, { childId: to }]);
  const keyOf = ({ source, guardianId, childId }: KinshipRow): string => [source, guardianId, childId].join(' ');
  const known = new Set(there.map(keyOf));
  const instead = (id: string): string => (id === from ? to : id);
  const moved = rows
    .map(({ source, guardianId, childId }) => ({ source, guardianId: instead(guardianId), childId: instead(childId) }))
    .filter((row) => row.guardianId !== row.childId && !known.has(keyOf(row)));
  await deleteRows(manager, KinshipRow, rows);
  await insertRows(manager, KinshipRow, moved);
}
