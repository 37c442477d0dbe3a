// SPDX-License-Identifier: EUPL-1.2
import { PROFILES, type Group, type Profile } from '../../../api/people.js';
import { normaliseForSearch } from '../../../api/normalise-for-search.js';
import type { UnitOfWork } from '../../infra/database/unit-of-work.js';
import { GroupRow } from './group.entity.js';
import { currentYears, findGroupsOf, type GroupOfPerson } from './groups-of-persons.js';
import { findChildIds } from './kinships.js';
import { findSchoolsOf } from './persons.js';

/** The relation of a person to a group: pupil in it, guardian of one of its pupils, teacher of it, or head of its school. */
export interface GroupRelation {
  readonly group: Group;
  readonly profile: Profile;
}

/** A person in a school. */
export interface PersonInPlace {
  readonly personId: string;
  readonly uai: string;
  readonly now: Date;
  /** The profiles of the person there and the time zone of the school, when a request has read them before: two statements less. */
  readonly known?: KnownInPlace | undefined;
}

export interface KnownInPlace {
  readonly profiles: readonly Profile[];
  readonly timeZone: string;
}

/** The groups of this school year that a person is related to in a school, by name. */
export async function findGroupRelations(unitOfWork: UnitOfWork, place: PersonInPlace): Promise<GroupRelation[]> {
  const { personId, uai, now, known } = place;
  const profiles = known?.profiles ?? (await findProfiles(unitOfWork, place));
  if (profiles.length === 0) return [];
  const own = await findGroupsOf(unitOfWork, [personId], { now, uai, timeZone: known?.timeZone });
  const childIds = profiles.includes('guardian') ? await findChildIds(unitOfWork, personId) : [];
  const children = await findGroupsOf(unitOfWork, childIds, { now, uai });
  const classes = profiles.includes('head') ? (await findClasses(unitOfWork, uai, now)).filter(isInForce) : [];
  return inOrder([
    ...own.flatMap((group) => asMember(group, profiles)),
    ...children.map((group) => tie(group, 'guardian')),
    ...classes.map((group) => tie(group, 'head')),
  ]);
}

/**
 * The groups of last school year that a person taught, and for a head the classes of last year, by name. Classes that
 * ended during the year count too: of a head, so that what is in them stays within somebody's reach.
 */
export async function findPastGroupRelations(unitOfWork: UnitOfWork, place: PersonInPlace): Promise<GroupRelation[]> {
  const { personId, uai, now, known } = place;
  const profiles = known?.profiles ?? (await findProfiles(unitOfWork, place));
  const inCharge = profiles.filter((profile) => profile === 'teacher' || profile === 'head');
  if (inCharge.length === 0) return [];
  const own = await findGroupsOf(unitOfWork, [personId], { now, uai, year: 'last', timeZone: known?.timeZone });
  const classes = inCharge.includes('head') ? await findClasses(unitOfWork, uai, now, 'last') : [];
  return inOrder([...own.flatMap((group) => asMember(group, inCharge)), ...classes.map((group) => tie(group, 'head'))]);
}

async function findProfiles(
  unitOfWork: UnitOfWork,
  { personId, uai, now }: PersonInPlace,
): Promise<readonly Profile[]> {
  const schools = await findSchoolsOf(unitOfWork, personId, now);
  return schools.find(({ school }) => school.uai === uai)?.profiles ?? [];
}

/** Teachers are related as such to the groups that they teach; members are related to a group by all their profiles in the school. */
function asMember(group: GroupOfPerson, profiles: readonly Profile[]): GroupRelation[] {
  if (group.role === 'teacher') return profiles.includes('teacher') ? [tie(group, 'teacher')] : [];
  return profiles.map((profile) => tie(group, profile));
}

/** The classes of a school in the current school year or the last, ended ones included. */
async function findClasses(
  unitOfWork: UnitOfWork,
  uai: string,
  now: Date,
  year: 'current' | 'last' = 'current',
): Promise<GroupRow[]> {
  const current = (await currentYears(unitOfWork, [uai], now)).get(uai);
  if (current === undefined) return [];
  const schoolYear = year === 'last' ? current - 1 : current;
  return unitOfWork.run((manager) => manager.findBy(GroupRow, { uai, schoolYear, kind: 'class' }));
}

function isInForce({ endedAt }: GroupRow): boolean {
  return endedAt === null;
}

function tie({ id, name, kind, schoolYear }: Group, profile: Profile): GroupRelation {
  return { group: { id, name, kind, schoolYear }, profile };
}

/** By name, then profile, without duplicates: two children may be in one class. */
function inOrder(ties: readonly GroupRelation[]): GroupRelation[] {
  const distinct = new Map(ties.map((each) => [`${each.group.id} ${each.profile}`, each]));
  const sortKey = ({ group, profile }: GroupRelation): string =>
    [groupSortKey(group), PROFILES.indexOf(profile)].join('\u0000');
  return [...distinct.values()].sort((one, other) => (sortKey(one) < sortKey(other) ? -1 : 1));
}

/** Sorts groups by name. */
export function groupSortKey({ id, name }: Group): string {
  return [normaliseForSearch(name), id].join('\u0000');
}
