// SPDX-License-Identifier: EUPL-1.2
import { IsNull, Not } from 'typeorm';
import { PROFILES, type Group, type Profile } from '../../../api/people.js';
import { normaliseForSearch } from '../../../api/normalise-for-search.js';
import type { UnitOfWork } from '../../infra/database/unit-of-work.js';
import { GroupRow } from './group.entity.js';
import { findCurrentGroups } from './group-list.js';
import { currentYear, type FamilyGroup, type GroupOfPerson } from './groups-of-persons.js';
import { findFamilyGroups } from './family-groups.js';
import { findChildren, type ChildAsPupil } from './kinships.js';
import { findSchoolsOf } from './persons.js';
import { findTiesAtEnd } from './ties-at-end.js';

/** The relation of a person to a group: pupil in it, guardian of one of its pupils, teacher of it, or head of its school. */
export interface GroupRelation {
  readonly group: Group;
  readonly profile: Profile;
}

export interface PersonInPlace {
  readonly personId: string;
  readonly uai: string;
  readonly now: Date;
  /** The profiles of the person there and the time zone of the school, if the request has read them before: statements less. */
  readonly known?: KnownInPlace | undefined;
}

export interface KnownInPlace {
  readonly profiles: readonly Profile[];
  readonly timeZone: string;
  readonly family?: KnownFamily;
}

/** The family of a person, which a request reads once for all schools. */
export interface KnownFamily {
  /** As `findChildren` gives them. */
  children(): Promise<readonly ChildAsPupil[]>;
  /** As `findFamilyGroups` gives them. */
  groups(): Promise<readonly FamilyGroup[]>;
}

/** The groups of this school year that a person is related to in a school, by name. */
export async function findGroupRelations(unitOfWork: UnitOfWork, place: PersonInPlace): Promise<GroupRelation[]> {
  const { personId, known } = place;
  const profiles = known?.profiles ?? (await findProfiles(unitOfWork, place));
  if (profiles.length === 0) return [];
  const groups = (await findGroupsIn(unitOfWork, place)).filter(({ isOfLastYear }) => !isOfLastYear);
  const own = groups.filter((group) => group.personId === personId);
  const ofChildren = profiles.includes('guardian') ? groups.filter((group) => group.personId !== personId) : [];
  const classes = profiles.includes('head') ? await findClasses(unitOfWork, place) : [];
  return inOrder([
    ...own.flatMap((group) => asMember(group, profiles)),
    ...ofChildren.map((group) => tie(group, 'guardian')),
    ...classes.map((group) => tie(group, 'head')),
  ]);
}

/**
 * The groups of last school year that a person taught and, for a head, its classes, by name. Groups that ended during a year count from that
 * instant, as they were then: for their teachers and for heads until the end of the next year, for their pupils until the end of their own.
 */
export async function findPastGroupRelations(unitOfWork: UnitOfWork, place: PersonInPlace): Promise<GroupRelation[]> {
  const { personId, uai, now, known } = place;
  const profiles = known?.profiles ?? (await findProfiles(unitOfWork, place));
  const kept = profiles.filter(keepsPast);
  if (kept.length === 0) return [];
  const inCharge = kept.filter((profile) => profile !== 'pupil');
  const own = await findOwnPast(unitOfWork, place, inCharge);
  const ended = (await findTiesAtEnd(unitOfWork, { personId, uai }))
    .filter(({ profile }) => kept.includes(profile))
    .flatMap((group) => asMember(group, [group.profile]));
  const classes = inCharge.includes('head') ? await findPastClasses(unitOfWork, place) : [];
  if (ended.length === 0) return inOrder([...own, ...classes]);
  const year = await currentYear(unitOfWork, { uai, now, timeZone: known?.timeZone });
  const inYear = ended.filter(({ group, profile }) => yearsAgo(group, year) <= (profile === 'pupil' ? 0 : 1));
  return inOrder([...own, ...inYear, ...classes]);
}

/** The ids of the children of a person who is a guardian in the school, pupils of other schools included. */
export async function findChildIds(
  unitOfWork: UnitOfWork,
  { personId, now, known }: PersonInPlace,
  profiles: readonly Profile[],
): Promise<readonly string[]> {
  if (!profiles.includes('guardian')) return [];
  const children = await (known?.family?.children() ?? findChildren(unitOfWork, personId, now));
  return children.map(({ id }) => id);
}

/** Guardians keep the parts of their children, and staff are in no class. */
function keepsPast(profile: Profile): boolean {
  return profile === 'teacher' || profile === 'head' || profile === 'pupil';
}

function yearsAgo({ schoolYear }: Group, year: number | undefined): number {
  return year === undefined ? Infinity : year - schoolYear;
}

async function findOwnPast(
  unitOfWork: UnitOfWork,
  place: PersonInPlace,
  inCharge: readonly Profile[],
): Promise<GroupRelation[]> {
  if (inCharge.length === 0) return [];
  const past = (await findGroupsIn(unitOfWork, place)).filter(({ isOfLastYear }) => isOfLastYear);
  return past.filter((group) => group.personId === place.personId).flatMap((group) => asMember(group, inCharge));
}

/** The groups of the family of a person in a school. */
async function findGroupsIn(
  unitOfWork: UnitOfWork,
  { personId, uai, now, known }: PersonInPlace,
): Promise<readonly FamilyGroup[]> {
  const groups = await (known?.family?.groups() ?? findFamilyGroups(unitOfWork, personId, now));
  return groups.filter((group) => group.uai === uai);
}

export async function findProfiles(
  unitOfWork: UnitOfWork,
  { personId, uai, now }: PersonInPlace,
): Promise<readonly Profile[]> {
  const schools = await findSchoolsOf(unitOfWork, personId, now);
  return schools.find(({ school }) => school.uai === uai)?.profiles ?? [];
}

/** Teachers are related as such to the groups that they teach; members are related to a group by all their profiles in the school. */
export function asMember(group: Group & Pick<GroupOfPerson, 'role'>, profiles: readonly Profile[]): GroupRelation[] {
  if (group.role === 'teacher') return profiles.includes('teacher') ? [tie(group, 'teacher')] : [];
  return profiles.map((profile) => tie(group, profile));
}

/** The classes of a school in the current school year that its source still names. */
async function findClasses(unitOfWork: UnitOfWork, { uai, now, known }: PersonInPlace): Promise<Group[]> {
  const groups = await findCurrentGroups(unitOfWork, { uai, now, timeZone: known?.timeZone });
  return groups.filter(({ kind }) => kind === 'class');
}

/** The ties of a head to the classes of last year, and to those of this year that have ended. */
async function findPastClasses(unitOfWork: UnitOfWork, { uai, now, known }: PersonInPlace): Promise<GroupRelation[]> {
  const schoolYear = await currentYear(unitOfWork, { uai, now, timeZone: known?.timeZone });
  if (schoolYear === undefined) return [];
  const seen = { uai, kind: 'class' as const, joinedTo: IsNull() };
  const where = [
    { ...seen, schoolYear: schoolYear - 1 },
    { ...seen, schoolYear, endedAt: Not(IsNull()) },
  ];
  const rows = await unitOfWork.run((manager) => manager.findBy(GroupRow, where));
  return rows.map((group) => tie(group, 'head'));
}

export function tie({ id, name, kind, schoolYear }: Group, profile: Profile): GroupRelation {
  return { group: { id, name, kind, schoolYear }, profile };
}

/** By name, then profile, without duplicates: two children may be in one class. */
function inOrder(ties: readonly GroupRelation[]): GroupRelation[] {
  const distinct = new Map(ties.map((each) => [`${each.group.id} ${each.profile}`, each]));
  const sortKey = ({ group, profile }: GroupRelation): string =>
    [groupSortKey(group), PROFILES.indexOf(profile)].join('\u0000');
  return [...distinct.values()].sort((one, other) => (sortKey(one) < sortKey(other) ? -1 : 1));
}

export function groupSortKey({ id, name }: Group): string {
  return [normaliseForSearch(name), id].join('\u0000');
}
