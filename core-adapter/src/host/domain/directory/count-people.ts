// SPDX-License-Identifier: EUPL-1.2
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import type { GroupCounts } from '../../../api/school-directory.js';
import type { GroupKind, Profile } from '../../../api/people.js';
import type { UnitOfWork } from '../../infra/database/unit-of-work.js';
import { AttachmentRow } from './attachment.entity.js';
import { GroupRow, IS_SEEN } from './group.entity.js';
import { KinshipRow } from './kinship.entity.js';
import type { SchoolNow } from './members.js';
import { MembershipRow } from './membership.entity.js';
import { membershipsInForce } from './memberships-in-force.js';
import { ATTACHMENT_IN_FORCE } from './where-attachment-in-force.js';

/** MariaDB returns a count as text. */
type Count = number | string;

/** The number of people with each profile in a school, from an index alone: attachments end when a person is disabled. */
export async function countPeople(
  unitOfWork: UnitOfWork,
  { uai, now }: Pick<SchoolNow, 'uai' | 'now'>,
): Promise<Map<Profile, number>> {
  const rows = await unitOfWork.run((manager) => {
    const query = manager.createQueryBuilder(AttachmentRow, 'attachment');
    return query
      .select('attachment.profile', 'profile')
      .addSelect('COUNT(DISTINCT attachment.personId)', 'count')
      .where(`attachment.uai = :uai AND ${ATTACHMENT_IN_FORCE}`, { uai, now })
      .groupBy('attachment.profile')
      .getRawMany<{ readonly profile: Profile; readonly count: Count }>();
  });
  return new Map(rows.map(({ profile, count }) => [profile, Number(count)]));
}

interface CountRow {
  readonly id: string;
  readonly name: string;
  readonly kind: GroupKind;
  readonly profile: Profile;
  readonly count: Count;
}

/** The groups of the school year with people, or those among these ids, and the numbers of these people. */
export async function countByGroup(
  unitOfWork: UnitOfWork,
  { uai, schoolYear, now }: SchoolNow,
  among?: readonly string[],
): Promise<GroupCounts[]> {
  if (among?.length === 0) return [];
  const rows = await unitOfWork.run((manager) => {
    const ofYear = among ? `${OF_YEAR} AND class.id IN (:...among)` : OF_YEAR;
    const selects = [countPupils, countTeachers, countGuardians].map((select) => select(manager, `IN (${ofYear})`));
    return manager
      .createQueryBuilder()
      .select('class.id', 'id')
      .addSelect('class.name', 'name')
      .addSelect('class.kind', 'kind')
      .addSelect('counted.profile', 'profile')
      .addSelect('counted.count', 'count')
      .from(`(${selects.map((select) => select.getQuery()).join(' UNION ALL ')})`, 'counted')
      .innerJoin(GroupRow, 'class', 'class.id = counted.groupId')
      .setParameters({ uai, schoolYear, now, ...(among && { among }) })
      .getRawMany<CountRow>();
  });
  const counts = new Map(rows.map(({ id, profile, count }) => [`${id} ${profile}`, Number(count)]));
  const groups = new Map(rows.map(({ id, name, kind }) => [id, { id, name, kind, schoolYear }]));
  return [...groups.values()].map((group) => ({
    group,
    pupils: counts.get(`${group.id} pupil`) ?? 0,
    teachers: counts.get(`${group.id} teacher`) ?? 0,
    guardians: counts.get(`${group.id} guardian`) ?? 0,
  }));
}

/**
 * Counts begin at the groups and look people up by their ids. COALESCE hides the school of an attachment from the indices: without
 * statistics, SQLite would read all pupils of the school for each membership.
 */
const OF_YEAR = `SELECT class.id FROM core_group class WHERE class.uai = :uai AND class.schoolYear = :schoolYear AND ${IS_SEEN}`;

function countPupils(manager: EntityManager, inGroups: string): SelectQueryBuilder<MembershipRow> {
  return countIn(membersOf(manager, inGroups), 'pupil', 'membership.personId');
}

function countGuardians(manager: EntityManager, inGroups: string): SelectQueryBuilder<MembershipRow> {
  const isChild = `child.personId = membership.personId AND COALESCE(child.uai, '') = :uai AND child.profile = 'pupil'`;
  const query = membersOf(manager, inGroups)
    .innerJoin(AttachmentRow, 'child', `${isChild} AND ${ATTACHMENT_IN_FORCE.replaceAll('attachment.', 'child.')}`)
    .innerJoin(KinshipRow, 'kinship', 'kinship.childId = membership.personId');
  return countIn(query, 'guardian', 'kinship.guardianId');
}

function countTeachers(manager: EntityManager, inGroups: string): SelectQueryBuilder<MembershipRow> {
  const teams = membershipsInForce(manager, (alias) => `${alias}.groupId ${inGroups}`);
  const query = manager.createQueryBuilder().from<MembershipRow>(teams, 'membership');
  return countIn(query.where("membership.role = 'teacher'"), 'teacher', 'membership.personId');
}

function membersOf(manager: EntityManager, inGroups: string): SelectQueryBuilder<MembershipRow> {
  return manager
    .createQueryBuilder(MembershipRow, 'membership')
    .where(`membership.groupId ${inGroups} AND membership.role = 'member'`);
}

/** Counts the people that have the profile in the school, by group. `personId` is their column. */
function countIn(
  query: SelectQueryBuilder<MembershipRow>,
  profile: Profile,
  personId: string,
): SelectQueryBuilder<MembershipRow> {
  const holds = `attachment.personId = ${personId} AND COALESCE(attachment.uai, '') = :uai AND attachment.profile = '${profile}'`;
  return query
    .innerJoin(AttachmentRow, 'attachment', `${holds} AND ${ATTACHMENT_IN_FORCE}`)
    .select('membership.groupId', 'groupId')
    .addSelect(`'${profile}'`, 'profile')
    .addSelect('COUNT(DISTINCT attachment.personId)', 'count')
    .groupBy('membership.groupId');
}
