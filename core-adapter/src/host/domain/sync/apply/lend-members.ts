// SPDX-License-Identifier: EUPL-1.2
import { In, IsNull, Not, type EntityManager, type FindOptionsWhere } from 'typeorm';
import { newId } from '../../../infra/database/new-id.js';
import { batches } from '../../directory/batches.js';
import { FormerMembershipRow } from '../../directory/former-membership.entity.js';
import { GroupRow } from '../../directory/group.entity.js';
import { MembershipRow } from '../../directory/membership.entity.js';
import { schoolYearOf } from '../../directory/school-year.js';
import { SchoolRow } from '../../directory/school.entity.js';
import { insertRows } from './write-rows.js';

/**
 * Removes the members that classes of these schools have from classes joined to them in this school year, so that a sync compares and writes
 * what the own source says. Call `lendMembers` with them in the same transaction.
 */
export async function takeBackMembers(
  manager: EntityManager,
  uais: readonly string[],
  now: Date,
): Promise<MembershipRow[]> {
  const lent: MembershipRow[] = [];
  for (const { joined } of await readSchools(manager, uais, now)) {
    const rows = await readLent(manager, joined);
    if (rows.length > 0) await manager.delete(MembershipRow, whereLent(joined));
    lent.push(...rows);
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
  for (const school of await readSchools(manager, uais, now)) lent.push(...(await membersToLend(manager, school)));
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

/** Whether the classes of a school have the members that `lendMembers` would give them: two sources may have written at once. */
export async function isLentAsNamed(manager: EntityManager, uai: string, now: Date): Promise<boolean> {
  for (const school of await readSchools(manager, [uai], now)) {
    const is = (await readLent(manager, school.joined)).map(fullKeyOf).sort();
    const named = (await membersToLend(manager, school)).map(fullKeyOf).sort();
    if (is.join() !== named.join()) return false;
  }
  return true;
}

/** A school with classes that are joined in this school year. */
interface SchoolWithJoins extends Pick<SchoolRow, 'uai' | 'source'> {
  readonly schoolYear: number;
  readonly joined: readonly GroupRow[];
}

async function readSchools(manager: EntityManager, uais: readonly string[], now: Date): Promise<SchoolWithJoins[]> {
  const found: SchoolWithJoins[] = [];
  for (const batch of batches(uais)) {
    const joined = await manager.findBy(GroupRow, { uai: In([...batch]), joinedTo: Not(IsNull()) });
    if (joined.length === 0) continue;
    const schools = await manager.findBy(SchoolRow, { uai: In([...new Set(joined.map((group) => group.uai))]) });
    for (const { uai, source, timeZone } of schools) {
      const schoolYear = schoolYearOf(now, timeZone);
      const ofYear = joined.filter((group) => group.uai === uai && group.schoolYear === schoolYear);
      if (ofYear.length > 0) found.push({ uai, source, schoolYear, joined: ofYear });
    }
  }
  return found;
}

/** The condition uses the index of groups: `via` has none. */
function whereLent(joined: readonly GroupRow[]): FindOptionsWhere<MembershipRow> {
  return {
    groupId: In([...new Set(joined.flatMap(({ joinedTo }) => joinedTo ?? []))]),
    via: In(joined.map(({ id }) => id)),
  };
}

function readLent(manager: EntityManager, joined: readonly GroupRow[]): Promise<MembershipRow[]> {
  return manager.findBy(MembershipRow, whereLent(joined));
}

async function membersToLend(
  manager: EntityManager,
  { uai, source, schoolYear, joined }: SchoolWithJoins,
): Promise<MembershipRow[]> {
  const own = await manager.findBy(GroupRow, { uai, source, schoolYear, kind: 'class', endedAt: IsNull() });
  const named = await readMembers(manager, own);
  const members = named.filter(isMember);
  const placed = new Set(members.map(({ personId }) => personId));
  const filled = new Set(members.map(({ groupId }) => groupId));
  const known = new Set(named.map(keyOf));
  const lending = joined.filter(({ kind, endedAt }) => kind === 'class' && endedAt === null);
  const targets = new Map(lending.map(({ id, joinedTo }) => [id, joinedTo ?? '']));
  const lent = new Map<string, MembershipRow>();
  for (const { groupId: via, personId, role } of (await readMembers(manager, lending)).sort(byRole)) {
    const row = { groupId: targets.get(via) ?? '', personId, role, via };
    const isElsewhere = role === 'member' && placed.has(personId);
    if (!isElsewhere && filled.has(row.groupId) && !known.has(keyOf(row))) lent.set(keyOf(row), row);
  }
  return [...lent.values()];
}

/** Where two joined classes name a person in two roles, the last one counts: a teacher. */
function byRole(one: MembershipRow, other: MembershipRow): number {
  return `${one.role} ${one.groupId}` < `${other.role} ${other.groupId}` ? -1 : 1;
}

function fullKeyOf({ role, via, ...row }: MembershipRow): string {
  return [keyOf(row), role, via].join(' ');
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
