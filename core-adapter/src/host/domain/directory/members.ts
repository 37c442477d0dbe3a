// SPDX-License-Identifier: EUPL-1.2
import { In, type EntityManager, type SelectQueryBuilder } from 'typeorm';
import type { Member } from '../../../api/school-directory.js';
import { PROFILES, type Group, type Profile } from '../../../api/people.js';
import { keptSelect, type KeptSelect } from '../../infra/database/kept-select.js';
import type { UnitOfWork } from '../../infra/database/unit-of-work.js';
import { AttachmentRow } from './attachment.entity.js';
import { batches } from './batches.js';
import { ExternalIdRow } from './external-id.entity.js';
import { GroupRow } from './group.entity.js';
import { ATTACHMENT_IN_FORCE, whereAttachmentInForce } from './where-attachment-in-force.js';
import { KinshipRow } from './kinship.entity.js';
import { peopleOfGroups, tableOf } from './people-of-groups.js';
import { PersonRow } from './person.entity.js';
import { findPersonsAtEnd } from './ties-at-end.js';

/** A school at an instant. */
export interface SchoolNow {
  readonly uai: string;
  readonly schoolYear: number;
  readonly now: Date;
}

/** People of the school now, or of any time. */
type When = 'now' | 'ever';

/** The number of ids in one condition: MariaDB makes a temporary table of lists of 1,000 (in_predicate_conversion_threshold). */
export const IDS = 500;

/** The people who have or had a profile in the school, guardians included, among these ids. */
export async function findMembersById(
  unitOfWork: UnitOfWork,
  place: SchoolNow,
  ids: readonly string[],
): Promise<Map<string, Member>> {
  const found = new Map<string, Member>();
  for (const batch of batches([...new Set(ids)], IDS)) {
    const rows = await SELECT_BY_ID(unitOfWork, { ...place, ids: batch });
    for (const member of distinct(rows)) found.set(member.id, member);
  }
  return found;
}

const SELECT_BY_ID = keptSelect<'uai' | 'now' | 'ids', Member>((manager) =>
  selectMembers(manager, 'ever').andWhere('attachment.personId IN (:...ids)'),
);

/** `findGroupMembers` of the group with this id; nobody where the school has no such group. */
export async function findMembersOfGroup(
  unitOfWork: UnitOfWork,
  place: SchoolNow,
  groupId: string,
  profile: Profile,
): Promise<Member[]> {
  const [group] = await SELECT_GROUP(unitOfWork, { groupId, uai: place.uai });
  return group ? findGroupMembers(unitOfWork, place, group, profile) : [];
}

const SELECT_GROUP = keptSelect<'groupId' | 'uai', Pick<GroupRow, 'id' | 'schoolYear' | 'joinedTo'>>((manager) =>
  manager
    .createQueryBuilder(GroupRow, 'class')
    .select('class.id', 'id')
    .addSelect('class.joinedTo', 'joinedTo')
    .addSelect('class.schoolYear', 'schoolYear')
    .where('class.id = :groupId AND class.uai = :uai'),
);

/** The audience of a group with one profile. For a group of an earlier year, it includes people who have left the school. */
export async function findGroupMembers(
  unitOfWork: UnitOfWork,
  place: SchoolNow,
  { id: groupId, schoolYear }: Pick<Group, 'id' | 'schoolYear'>,
  profile: Profile,
): Promise<Member[]> {
  const { ever, now } = OF_GROUP[profile];
  const select = schoolYear < place.schoolYear ? ever : now;
  return distinct(await select(unitOfWork, { ...place, groupId, schoolYear }));
}

/** The members of a group with each profile: those of the school now, or ever. */
const OF_GROUP = Object.fromEntries(
  PROFILES.map((profile) => [profile, { now: selectOfGroup(profile, 'now'), ever: selectOfGroup(profile, 'ever') }]),
) as Record<Profile, Record<When, ReturnType<typeof selectOfGroup>>>;

function selectOfGroup(profile: Profile, when: When): KeptSelect<'uai' | 'now' | 'groupId' | 'schoolYear', Member> {
  return keptSelect((manager) => {
    const ofGroup = tableOf(peopleOfGroups(manager, ':groupId'), [profile]);
    return selectMembers(manager, when)
      .innerJoin(ofGroup, 'ofGroup', 'ofGroup.personId = attachment.personId')
      .andWhere(`attachment.profile = '${profile}'`);
  });
}

/**
 * The ids of the people with one profile that a group of this school year had when it ended; the guardians are those of today. For a class that
 * is another one now, the people of that one.
 */
export async function findMembersAtEnd(
  unitOfWork: UnitOfWork,
  place: SchoolNow,
  groupId: string,
  profile: Profile,
): Promise<string[]> {
  const { uai, schoolYear } = place;
  const [group] = await SELECT_GROUP(unitOfWork, { groupId, uai });
  if (group?.joinedTo && group.schoolYear === schoolYear) {
    const members = await findMembersOfGroup(unitOfWork, place, group.joinedTo, profile);
    return members.map(({ id }) => id);
  }
  const tie = { groupId, uai, schoolYear, role: profile === 'teacher' ? 'teacher' : 'member' } as const;
  if (profile !== 'guardian') return findPersonsAtEnd(unitOfWork, { ...tie, profile });
  const pupils = await findPersonsAtEnd(unitOfWork, { ...tie, profile: 'pupil' });
  const guardians = [...(await findGuardians(unitOfWork, place, pupils)).values()].flat();
  return [...new Set(guardians.map(({ id }) => id))];
}

/** The guardians in the school of each of these people who is or was a pupil of the school. */
export async function findGuardians(
  unitOfWork: UnitOfWork,
  place: SchoolNow,
  pupilIds: readonly string[],
): Promise<Map<string, Member[]>> {
  const found = new Map<string, Member[]>();
  for (const batch of batches([...new Set(pupilIds)], IDS)) {
    const rows = await SELECT_GUARDIANS(unitOfWork, { ...place, pupilIds: batch });
    for (const { childId } of rows) found.set(childId, []);
    for (const { childId, ...guardian } of rows) found.get(childId)?.push(guardian);
  }
  return new Map([...found].map(([childId, guardians]) => [childId, distinct(guardians)]));
}

/** The present pupils of the school among the children of each of these guardians. */
export async function findChildren(
  unitOfWork: UnitOfWork,
  place: SchoolNow,
  guardianIds: readonly string[],
): Promise<Map<string, Member[]>> {
  const found = new Map<string, Member[]>();
  for (const batch of batches([...new Set(guardianIds)], IDS)) {
    const rows = await SELECT_CHILDREN(unitOfWork, { ...place, guardianIds: batch });
    for (const { guardianId, ...child } of rows) found.set(guardianId, [...(found.get(guardianId) ?? []), child]);
  }
  return new Map([...found].map(([guardianId, children]) => [guardianId, distinct(children)]));
}

/** The ids of people with the profile `pupil` in the school, now or before. */
export async function findEverPupils(
  unitOfWork: UnitOfWork,
  { uai }: Pick<SchoolNow, 'uai'>,
  ids: readonly string[],
): Promise<Set<string>> {
  const found = new Set<string>();
  for (const batch of batches([...new Set(ids)], IDS)) {
    const where = { personId: In(batch), uai, profile: 'pupil' as const };
    const rows = await unitOfWork.run((manager) => manager.find(AttachmentRow, { select: { personId: true }, where }));
    for (const { personId } of rows) found.add(personId);
  }
  return found;
}

interface GuardianRow extends Member {
  readonly childId: string;
}

const SELECT_GUARDIANS = keptSelect<'uai' | 'now' | 'pupilIds', GuardianRow>((manager) => {
  const query = selectMembers(manager, 'now');
  const ofSchool = query
    .subQuery()
    .select('1')
    .from(AttachmentRow, 'pupil')
    .where("pupil.personId = kinship.childId AND pupil.uai = :uai AND pupil.profile = 'pupil'")
    .getQuery();
  return query
    .innerJoin(KinshipRow, 'kinship', 'kinship.guardianId = attachment.personId')
    .addSelect('kinship.childId', 'childId')
    .andWhere("attachment.profile = 'guardian' AND kinship.childId IN (:...pupilIds)")
    .andWhere(`EXISTS ${ofSchool}`);
});

interface ChildRow extends Member {
  readonly guardianId: string;
}

const SELECT_CHILDREN = keptSelect<'uai' | 'now' | 'guardianIds', ChildRow>((manager) => {
  const query = selectMembers(manager, 'now');
  const ofSchool = query
    .subQuery()
    .select('1')
    .from(AttachmentRow, 'guardian')
    .where("guardian.personId = kinship.guardianId AND guardian.uai = :uai AND guardian.profile = 'guardian'")
    .getQuery();
  return query
    .innerJoin(KinshipRow, 'kinship', 'kinship.childId = attachment.personId')
    .addSelect('kinship.guardianId', 'guardianId')
    .andWhere("attachment.profile = 'pupil' AND kinship.guardianId IN (:...guardianIds)")
    .andWhere(`EXISTS ${ofSchool}`);
});

/** People of a school by family name, one row for each attachment. When two attachments give a level, the newer one comes first. */
function selectMembers(manager: EntityManager, when: When): SelectQueryBuilder<AttachmentRow> {
  const query = manager.createQueryBuilder(AttachmentRow, 'attachment').where('attachment.uai = :uai');
  if (when === 'now') whereAttachmentInForce(query);
  else query.innerJoin(PersonRow, 'person', 'person.id = attachment.personId');
  const names = 'external.personId = attachment.personId AND external.source = attachment.source';
  const asPupil = `external.leftAt IS NULL AND attachment.profile = 'pupil' AND ${ATTACHMENT_IN_FORCE}`;
  return query
    .leftJoin(ExternalIdRow, 'external', `${names} AND ${asPupil}`)
    .select('person.id', 'id')
    .addSelect('person.displayName', 'displayName')
    .addSelect('person.givenName', 'givenName')
    .addSelect('person.familyName', 'familyName')
    .addSelect('external.level', 'level')
    .orderBy('person.foldedName')
    .addOrderBy('person.id')
    .addOrderBy('attachment.from', 'DESC')
    .addOrderBy('attachment.id', 'DESC');
}

/** Each person once, in their order, with the first level that is known. */
function distinct(rows: readonly Member[]): Member[] {
  const members = new Map<string, Member>();
  for (const row of rows) {
    const known = members.get(row.id);
    members.set(row.id, { ...row, level: known?.level ?? row.level });
  }
  return [...members.values()];
}
