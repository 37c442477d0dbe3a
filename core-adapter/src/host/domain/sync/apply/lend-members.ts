// SPDX-License-Identifier: EUPL-1.2
import { In, IsNull, MoreThanOrEqual, Not, type EntityManager, type FindOptionsWhere } from 'typeorm';
import { newId } from '../../../infra/database/new-id.js';
import { batches } from '../../directory/batches.js';
import { FormerMembershipRow } from '../../directory/former-membership.entity.js';
import { GroupRow } from '../../directory/group.entity.js';
import { MembershipRow } from '../../directory/membership.entity.js';
import { schoolYearOf } from '../../directory/school-year.js';
import { SchoolRow } from '../../directory/school.entity.js';
import { insertRows } from './write-rows.js';

/** Schools of which the members are read at once: few statements, and no more than some thousand rows in memory. */
const SCHOOLS = 10;

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
  for await (const schools of readSchools(manager, uais, now)) {
    const rows = await readLent(manager, schools);
    if (rows.length > 0) await manager.delete(MembershipRow, whereLent(schools));
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
  for await (const schools of readSchools(manager, uais, now)) lent.push(...(await membersToLend(manager, schools)));
  await insertRows(manager, MembershipRow, lent);
  const kept = new Set(lent.map(keyOf));
  const ended = before.filter((row) => !kept.has(keyOf(row)));
  const stillThere = await readPresent(manager, ended);
  const former = ended.filter((row) => !stillThere.has(keyOf(row)));
  await insertRows(
    manager,
    FormerMembershipRow,
    former.map((row) => ({ ...row, id: newId(), until: now, leftAt: null })),
  );
}

/** The UAIs of schools where classes have other members than `lendMembers` would give them: two sources may have written at once. */
export async function findWronglyLent(
  manager: EntityManager,
  uais: readonly string[],
  now: Date,
): Promise<ReadonlySet<string>> {
  const wrong = new Set<string>();
  for await (const schools of readSchools(manager, uais, now)) {
    const joined = new Map(schools.flatMap(({ uai, joined }) => joined.map(({ id }) => [id, uai])));
    const is = new Map((await readLent(manager, schools)).map((row) => [fullKeyOf(row), row]));
    const named = new Map((await membersToLend(manager, schools)).map((row) => [fullKeyOf(row), row]));
    for (const [key, { via }] of [...is, ...named]) {
      if (!is.has(key) || !named.has(key)) wrong.add(joined.get(via ?? '') ?? '');
    }
  }
  return wrong;
}

/** A school with classes that are joined in this school year. */
interface SchoolWithJoins extends Pick<SchoolRow, 'uai' | 'source'> {
  readonly schoolYear: number;
  readonly joined: readonly GroupRow[];
}

/** Yields the schools that have joined classes, some at once. */
async function* readSchools(
  manager: EntityManager,
  uais: readonly string[],
  now: Date,
): AsyncGenerator<readonly SchoolWithJoins[]> {
  const recent = MoreThanOrEqual(now.getUTCFullYear() - 1);
  for (const batch of batches(uais)) {
    const where = { uai: In([...batch]), schoolYear: recent, joinedTo: Not(IsNull()) };
    const joined = await manager.findBy(GroupRow, where);
    if (joined.length === 0) continue;
    const rows = await manager.findBy(SchoolRow, { uai: In([...new Set(joined.map(({ uai }) => uai))]) });
    const schools = rows.map(({ uai, source, timeZone }) => {
      const schoolYear = schoolYearOf(now, timeZone);
      const ofYear = joined.filter((group) => group.uai === uai && group.schoolYear === schoolYear);
      return { uai, source, schoolYear, joined: ofYear };
    });
    yield* batches(
      schools.filter((school) => school.joined.length > 0),
      SCHOOLS,
    );
  }
}

/** The condition uses the index of groups: `via` has none. */
function whereLent(schools: readonly SchoolWithJoins[]): FindOptionsWhere<MembershipRow> {
  const joined = schools.flatMap((school) => school.joined);
  return {
    groupId: In([...new Set(joined.flatMap(({ joinedTo }) => joinedTo ?? []))]),
    via: In(joined.map(({ id }) => id)),
  };
}

function readLent(manager: EntityManager, schools: readonly SchoolWithJoins[]): Promise<MembershipRow[]> {
  return manager.findBy(MembershipRow, whereLent(schools));
}

async function membersToLend(manager: EntityManager, schools: readonly SchoolWithJoins[]): Promise<MembershipRow[]> {
  const joined = schools.flatMap((school) => school.joined);
  const own = await readOwnClasses(manager, schools);
  const schoolOf = new Map([...own, ...joined].map(({ id, uai }) => [id, uai]));
  const placeOf = ({ groupId, personId }: MembershipRow): string => `${schoolOf.get(groupId)} ${personId}`;
  const named = await readMembers(manager, own);
  const members = named.filter(isMember);
  const placed = new Set(members.map(placeOf));
  const filled = new Set(members.map(({ groupId }) => groupId));
  const known = new Set(named.map(keyOf));
  const lending = joined.filter(({ kind, endedAt }) => kind === 'class' && endedAt === null);
  const targets = new Map(lending.map(({ id, joinedTo }) => [id, joinedTo ?? '']));
  const lent = new Map<string, MembershipRow>();
  for (const one of (await readMembers(manager, lending)).sort(byRole)) {
    const { groupId: via, personId, role } = one;
    const row = { groupId: targets.get(via) ?? '', personId, role, via };
    const isElsewhere = role === 'member' && placed.has(placeOf(one));
    if (!isElsewhere && filled.has(row.groupId) && !known.has(keyOf(row))) lent.set(keyOf(row), row);
  }
  return [...lent.values()];
}

/** The classes of this school year that the own sources of schools name. */
async function readOwnClasses(manager: EntityManager, schools: readonly SchoolWithJoins[]): Promise<GroupRow[]> {
  const of = new Map(schools.map((school) => [school.uai, school]));
  const schoolYear = In([...new Set(schools.map((school) => school.schoolYear))]);
  const where = { uai: In([...of.keys()]), schoolYear, kind: 'class' as const, endedAt: IsNull() };
  const groups = await manager.findBy(GroupRow, where);
  return groups.filter((group) => {
    const school = of.get(group.uai);
    return group.source === school?.source && group.schoolYear === school.schoolYear;
  });
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
