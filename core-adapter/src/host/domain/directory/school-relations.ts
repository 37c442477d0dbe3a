// SPDX-License-Identifier: EUPL-1.2
import { IsNull } from 'typeorm';
import type { Relations } from '../../../api/school-directory.js';
import type { MembershipRole } from '../../../api/directory/directory-source.js';
import { PROFILES, type Group, type Profile } from '../../../api/people.js';
import type { UnitOfWork } from '../../infra/database/unit-of-work.js';
import { AttachmentRow } from './attachment.entity.js';
import { kinshipsOfPupils, type Kinship } from './families.js';
import { GroupRow } from './group.entity.js';
import { whereAttachmentInForce } from './where-attachment-in-force.js';
import type { SchoolNow } from './members.js';
import { membershipsInForce } from './memberships-in-force.js';

/** The relations of a whole school, or of these people and their children. */
export async function findRelations(
  unitOfWork: UnitOfWork,
  place: SchoolNow,
  among?: readonly string[],
): Promise<Relations> {
  const kinships = await rowsOf(among, 'guardianId', (ids) => findKinships(unitOfWork, place, ids));
  const persons = among && [...among, ...kinships.map(({ childId }) => childId)];
  const profiles = profilesOf(await rowsOf(persons, 'personId', (ids) => findProfiles(unitOfWork, place, ids)));
  const memberships = await rowsOf(persons, 'personId', (ids) => findMemberships(unitOfWork, place, ids));
  const groups = await findGroups(unitOfWork, place);

  const holds = (id: string, profile: Profile): boolean => profiles.get(id)?.includes(profile) === true;
  const memberOf = memberships.filter(({ personId, role }) => role === 'member' && profiles.has(personId));
  const teaches = memberships.filter(({ personId, role }) => role === 'teacher' && holds(personId, 'teacher'));
  const guardians = kinships.filter(({ guardianId }) => holds(guardianId, 'guardian'));
  return {
    profiles,
    groups: groupsNamed([...memberOf, ...teaches], groups),
    memberOf: setsOf(memberOf.map(({ personId, groupId }) => [personId, groupId])),
    teaches: setsOf(teaches.map(({ personId, groupId }) => [personId, groupId])),
    childrenOf: setsOf(guardians.map(({ guardianId, childId }) => [guardianId, childId])),
  };
}

/**
 * The maximum number of ids in one condition: 400 people, their children and another person. MariaDB makes a temporary table of lists of
 * 1,000 (in_predicate_conversion_threshold).
 */
export const MOST_NAMED = 999;

/**
 * The rows of the whole school, or for these ids. For more ids, the rows of the whole school are read, which is faster than naming each id.
 */
async function rowsOf<K extends string, T extends Readonly<Record<K, string>>>(
  ids: readonly string[] | undefined,
  key: K,
  find: (among?: readonly string[]) => Promise<T[]>,
): Promise<T[]> {
  if (!ids) return find();
  const wanted = new Set(ids);
  if (wanted.size === 0) return [];
  return wanted.size <= MOST_NAMED ? find([...wanted]) : (await find()).filter((row) => wanted.has(row[key]));
}

function findKinships(
  unitOfWork: UnitOfWork,
  { uai, now }: SchoolNow,
  guardianIds?: readonly string[],
): Promise<Kinship[]> {
  return unitOfWork.run((manager) => {
    const query = kinshipsOfPupils(manager, uai, now);
    if (guardianIds) query.andWhere('kinship.guardianId IN (:...guardianIds)', { guardianIds });
    return query.getRawMany<Kinship>();
  });
}

interface Membership {
  readonly personId: string;
  readonly groupId: string;
  readonly role: MembershipRole;
}

interface ProfileOfPerson {
  readonly personId: string;
  readonly profile: Profile;
}

function findProfiles(
  unitOfWork: UnitOfWork,
  { uai, now }: SchoolNow,
  personIds?: readonly string[],
): Promise<ProfileOfPerson[]> {
  return unitOfWork.run((manager) => {
    const query = manager
      .createQueryBuilder(AttachmentRow, 'attachment')
      .select('attachment.personId', 'personId')
      .addSelect('attachment.profile', 'profile')
      .where('attachment.uai = :uai', { uai });
    if (personIds) query.andWhere('attachment.personId IN (:...personIds)', { personIds });
    return whereAttachmentInForce(query, now).getRawMany<ProfileOfPerson>();
  });
}

function findMemberships(
  unitOfWork: UnitOfWork,
  { uai, schoolYear, now }: SchoolNow,
  personIds?: readonly string[],
): Promise<Membership[]> {
  return unitOfWork.run((manager) => {
    const ofYear = manager
      .createQueryBuilder(GroupRow, 'class')
      .select('class.id')
      .where({ uai, schoolYear, joinedTo: IsNull() });
    const among = (alias: string): string => (personIds ? `${alias}.personId IN (:...personIds)` : '1 = 1');
    const memberships = membershipsInForce(
      manager,
      (alias) => `${alias}.groupId IN (${ofYear.getQuery()}) AND ${among(alias)}`,
      'UNION ALL',
    );
    return manager
      .createQueryBuilder()
      .select('membership.personId', 'personId')
      .addSelect('membership.groupId', 'groupId')
      .addSelect('membership.role', 'role')
      .from(memberships, 'membership')
      .setParameters({ ...ofYear.getParameters(), now, ...(personIds && { personIds }) })
      .getRawMany<Membership>();
  });
}

/** The groups of the school year: their names are read once, and not with each of their people. */
function findGroups(unitOfWork: UnitOfWork, { uai, schoolYear }: SchoolNow): Promise<Group[]> {
  return unitOfWork.run((manager) =>
    manager
      .createQueryBuilder(GroupRow, 'class')
      .select('class.id', 'id')
      .addSelect('class.name', 'name')
      .addSelect('class.kind', 'kind')
      .addSelect('class.schoolYear', 'schoolYear')
      .where('class.uai = :uai AND class.schoolYear = :schoolYear', { uai, schoolYear })
      .getRawMany<Group>(),
  );
}

function profilesOf(rows: readonly ProfileOfPerson[]): Map<string, Profile[]> {
  const held = setsOf(rows.map(({ personId, profile }) => [personId, profile] as const));
  return new Map([...held].map(([id, profiles]) => [id, PROFILES.filter((profile) => profiles.has(profile))]));
}

function groupsNamed(memberships: readonly Membership[], groups: readonly Group[]): Map<string, Group> {
  const named = new Set(memberships.map(({ groupId }) => groupId));
  return new Map(groups.flatMap((group) => (named.has(group.id) ? [[group.id, group] as const] : [])));
}

function setsOf<T>(pairs: readonly (readonly [string, T])[]): Map<string, Set<T>> {
  const sets = new Map<string, Set<T>>();
  for (const [key, value] of pairs) {
    const values = sets.get(key) ?? new Set();
    sets.set(key, values.add(value));
  }
  return sets;
}
