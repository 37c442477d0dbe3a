// SPDX-License-Identifier: EUPL-1.2
import type { Relations } from '../../../api/directory.js';
import { PROFILES, type Group, type Profile } from '../../../api/people.js';
import type { UnitOfWork } from '../../infra/database/unit-of-work.js';
import { AttachmentRow } from './attachment.entity.js';
import { batches } from './batches.js';
import { kinshipsOfPupils, type Kinship } from './families.js';
import { selectMemberships, type GroupOfPerson } from './groups-of-persons.js';
import { whereAttachmentInForce } from './where-attachment-in-force.js';
import { IDS, type SchoolNow } from './members.js';

/** The relations of a whole school, or of these persons and their children. */
export async function findRelations(
  unitOfWork: UnitOfWork,
  place: SchoolNow,
  among?: readonly string[],
): Promise<Relations> {
  const kinships = await inParts(among, (ids) => findKinships(unitOfWork, place, ids));
  const persons = among && [...among, ...kinships.map(({ childId }) => childId)];
  const profiles = profilesOf(await inParts(persons, (ids) => findProfiles(unitOfWork, place, ids)));
  const memberships = await inParts(persons, (ids) => findMemberships(unitOfWork, place, ids));

  const holds = (id: string, profile: Profile): boolean => profiles.get(id)?.includes(profile) === true;
  const memberOf = memberships.filter(({ personId, role }) => role === 'member' && profiles.has(personId));
  const teaches = memberships.filter(({ personId, role }) => role === 'teacher' && holds(personId, 'teacher'));
  const guardians = kinships.filter(({ guardianId }) => holds(guardianId, 'guardian'));
  return {
    profiles,
    groups: groupsOf([...memberOf, ...teaches]),
    memberOf: setsOf(memberOf.map(({ personId, id }) => [personId, id])),
    teaches: setsOf(teaches.map(({ personId, id }) => [personId, id])),
    childrenOf: setsOf(guardians.map(({ guardianId, childId }) => [guardianId, childId])),
  };
}

/** The rows for all, in one query, or for these ids, in one query for each part of them. */
async function inParts<T>(
  ids: readonly string[] | undefined,
  find: (part?: readonly string[]) => Promise<T[]>,
): Promise<T[]> {
  if (!ids) return find();
  const found: T[] = [];
  for (const part of batches([...new Set(ids)], IDS)) found.push(...(await find(part)));
  return found;
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
  { uai, schoolYear }: SchoolNow,
  personIds?: readonly string[],
): Promise<GroupOfPerson[]> {
  return unitOfWork.run((manager) => {
    const query = selectMemberships(manager).where('class.uai = :uai AND class.schoolYear = :schoolYear');
    if (personIds) query.andWhere('membership.personId IN (:...personIds)', { personIds });
    return query.setParameters({ uai, schoolYear }).getRawMany<GroupOfPerson>();
  });
}

function profilesOf(rows: readonly ProfileOfPerson[]): Map<string, Profile[]> {
  const held = setsOf(rows.map(({ personId, profile }) => [personId, profile] as const));
  return new Map([...held].map(([id, profiles]) => [id, PROFILES.filter((profile) => profiles.has(profile))]));
}

function groupsOf(memberships: readonly GroupOfPerson[]): Map<string, Group> {
  const groups = new Map<string, Group>();
  for (const { id, name, kind, schoolYear } of memberships) {
    if (!groups.has(id)) groups.set(id, { id, name, kind, schoolYear });
  }
  return groups;
}

function setsOf<T>(pairs: readonly (readonly [string, T])[]): Map<string, Set<T>> {
  const sets = new Map<string, Set<T>>();
  for (const [key, value] of pairs) {
    const values = sets.get(key) ?? new Set();
    sets.set(key, values.add(value));
  }
  return sets;
}
