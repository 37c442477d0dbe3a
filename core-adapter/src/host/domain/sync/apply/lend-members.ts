// SPDX-License-Identifier: EUPL-1.2
import { In, IsNull, Not, type EntityManager } from 'typeorm';
import { newId } from '../../../infra/database/new-id.js';
import { batches } from '../../directory/batches.js';
import { FormerMembershipRow } from '../../directory/former-membership.entity.js';
import { GroupRow } from '../../directory/group.entity.js';
import { MembershipRow } from '../../directory/membership.entity.js';
import { insertRows } from './write-rows.js';

/**
 * Removes the members that classes of these schools have from classes joined to them, so that a sync compares and writes what the own source
 * says. Call `lendMembers` with them in the same transaction.
 */
export async function takeBackMembers(manager: EntityManager, uais: readonly string[]): Promise<MembershipRow[]> {
  const lent: MembershipRow[] = [];
  for (const batch of batches(uais)) {
    const joined = await manager.find(GroupRow, { where: { uai: In([...batch]), joinedTo: Not(IsNull()) } });
    for (const via of batches(joined.map(({ id }) => id))) {
      // The index on groups is used: `via` has none.
      const groupId = In([...new Set(joined.flatMap(({ joinedTo }) => joinedTo ?? []))]);
      const rows = await manager.findBy(MembershipRow, { groupId, via: In([...via]) });
      if (rows.length > 0) await manager.delete(MembershipRow, { groupId, via: In([...via]) });
      lent.push(...rows);
    }
  }
  return lent;
}

/**
 * Gives each class of these schools the members that the classes joined to it have. A pupil that the own source puts into another class is in
 * that one alone: the own source decides. A class without members of its own gets none, since it ends with its last ones (ADR 76).
 * @param before the members of this kind until now: one that no longer is a member had the class until now
 */
export async function lendMembers(
  manager: EntityManager,
  uais: readonly string[],
  { before, now }: { readonly before: readonly MembershipRow[]; readonly now: Date },
): Promise<void> {
  const lent: MembershipRow[] = [];
  for (const uai of uais) lent.push(...(await lendInSchool(manager, uai)));
  await insertRows(manager, MembershipRow, lent);
  const kept = new Set(lent.map(keyOf));
  const ended = before.filter((row) => !kept.has(keyOf(row)));
  const stillThere = await readPresent(manager, ended);
  const former = ended.filter((row) => !stillThere.has(keyOf(row)));
  await insertRows(
    manager,
    FormerMembershipRow,
    former.map(({ groupId, personId, role }) => ({ id: newId(), groupId, personId, role, until: now, leftAt: null })),
  );
}

async function lendInSchool(manager: EntityManager, uai: string): Promise<MembershipRow[]> {
  const joined = await manager.findBy(GroupRow, { uai, joinedTo: Not(IsNull()), endedAt: IsNull() });
  if (joined.length === 0) return [];
  const years = In([...new Set(joined.map(({ schoolYear }) => schoolYear))]);
  const { source } = await manager.findOneByOrFail(GroupRow, { id: joined[0]?.joinedTo ?? '' });
  const own = await manager.findBy(GroupRow, { uai, source, schoolYear: years, kind: 'class', endedAt: IsNull() });
  const named = await readMembers(manager, own);
  const members = named.filter(isMember);
  const placed = new Set(members.map(({ personId }) => personId));
  const filled = new Set(members.map(({ groupId }) => groupId));
  const known = new Set(named.map(keyOf));
  const targets = new Map(joined.map(({ id, joinedTo }) => [id, joinedTo ?? '']));
  const lent = new Map<string, MembershipRow>();
  for (const { groupId: via, personId, role } of await readMembers(manager, joined)) {
    const row = { groupId: targets.get(via) ?? '', personId, role, via };
    const isElsewhere = role === 'member' && placed.has(personId);
    if (!isElsewhere && filled.has(row.groupId) && !known.has(keyOf(row))) lent.set(keyOf(row), row);
  }
  return [...lent.values()];
}

/** The memberships that the sources of these groups name. */
function readMembers(manager: EntityManager, groups: readonly GroupRow[]): Promise<MembershipRow[]> {
  return manager.findBy(MembershipRow, { groupId: In(groups.map(({ id }) => id)), via: IsNull() });
}

/** Those of these memberships that are there. */
async function readPresent(manager: EntityManager, rows: readonly MembershipRow[]): Promise<Set<string>> {
  const found = new Set<string>();
  for (const batch of batches(rows)) {
    const groupId = In([...new Set(batch.map((row) => row.groupId))]);
    const personId = In([...new Set(batch.map((row) => row.personId))]);
    for (const row of await manager.findBy(MembershipRow, { groupId, personId })) found.add(keyOf(row));
  }
  return found;
}

function keyOf({ groupId, personId }: Pick<MembershipRow, 'groupId' | 'personId'>): string {
  return `${groupId} ${personId}`;
}

function isMember({ role }: MembershipRow): boolean {
  return role === 'member';
}
