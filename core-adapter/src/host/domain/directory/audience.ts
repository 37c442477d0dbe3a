// SPDX-License-Identifier: EUPL-1.2
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import type { Profile } from '../../../api/people.js';
import type { UnitOfWork } from '../../infra/database/unit-of-work.js';
import { AttachmentRow } from './attachment.entity.js';
import { inAnyFormerGroup, NOT_AS_HEAD } from './former-ties.js';
import { GroupRow } from './group.entity.js';
import { currentYear } from './groups-of-persons.js';
import { whereAttachmentInForce } from './where-attachment-in-force.js';
import { KinshipRow } from './kinship.entity.js';
import { MembershipRow } from './membership.entity.js';
import { STANDS_IN } from './memberships-in-force.js';
import { StandInRow } from './stand-in.entity.js';
import { byProfile } from './by-profile.js';

/** Profiles AND groups; empty means all. */
export interface AudienceFilter {
  readonly profiles: readonly Profile[];
  readonly groupIds: readonly string[];
}

/** One (person, profile) pair in an audience; a person with two profiles appears twice. */
export interface Recipient {
  readonly id: string;
  readonly displayName: string;
  readonly profile: Profile;
}

export interface AudienceQuestion {
  /** Joined by OR; an empty list reaches nobody. */
  readonly filters: readonly AudienceFilter[];
  readonly uai: string;
  readonly now: Date;
  /** The time zone of the school, if the caller knows it: a statement less. */
  readonly timeZone?: string | undefined;
}

/** The people reached by any of the filters, by family name. */
export async function findAudience(unitOfWork: UnitOfWork, question: AudienceQuestion): Promise<Recipient[]> {
  if (question.filters.length === 0) return [];
  const schoolYear = await yearOfGroups(unitOfWork, question);
  const rows = await unitOfWork.run((manager) =>
    audienceQuery(manager, question, schoolYear)
      .select('person.id', 'id')
      .addSelect('person.displayName', 'displayName')
      .addSelect('attachment.profile', 'profile')
      .addSelect('person.foldedName', 'foldedName')
      .distinct()
      .orderBy('person.foldedName')
      .addOrderBy('person.id')
      .addOrderBy('attachment.profile')
      .getRawMany<Recipient>(),
  );
  return rows.map(({ id, displayName, profile }) => ({ id, displayName, profile }));
}

export async function countAudience(
  unitOfWork: UnitOfWork,
  question: AudienceQuestion,
): Promise<Record<Profile, number>> {
  const schoolYear = await yearOfGroups(unitOfWork, question);
  const rows = await unitOfWork.run((manager) =>
    audienceQuery(manager, question, schoolYear)
      .select('attachment.profile', 'profile')
      .addSelect('COUNT(DISTINCT attachment.personId)', 'count')
      .groupBy('attachment.profile')
      .getRawMany<{ profile: Profile; count: number | string }>(),
  );
  const counts = new Map(rows.map(({ profile, count }) => [profile, Number(count)]));
  return byProfile((profile) => counts.get(profile) ?? 0);
}

/** The current school year, where a filter names groups. */
async function yearOfGroups(unitOfWork: UnitOfWork, question: AudienceQuestion): Promise<number | undefined> {
  const namesGroups = question.filters.some(({ groupIds }) => groupIds.length > 0);
  return namesGroups ? currentYear(unitOfWork, question) : undefined;
}

function audienceQuery(
  manager: EntityManager,
  { uai, now, filters }: AudienceQuestion,
  schoolYear: number | undefined,
): SelectQueryBuilder<AttachmentRow> {
  const query = manager.createQueryBuilder(AttachmentRow, 'attachment').where('attachment.uai = :uai', { uai });
  whereAttachmentInForce(query, now);
  const either = filters.map((filter, at) => matching(query, filter, at)).join(' OR ') || '1 = 0';
  return query.andWhere(`(${either})`).setParameter('schoolYear', schoolYear ?? null);
}

/** The SQL condition of one filter. Its parameters carry its number, so that several conditions fit in one query. */
function matching(
  query: SelectQueryBuilder<AttachmentRow>,
  { profiles, groupIds }: AudienceFilter,
  at: number,
): string {
  const conditions = ['1 = 1'];
  if (profiles.length > 0) {
    conditions.push(`attachment.profile IN (:...profiles${at})`);
    query.setParameter(`profiles${at}`, profiles);
  }
  if (groupIds.length > 0) {
    conditions.push(`(${inAnyGroup(query, `groupIds${at}`)} OR ${inAnyFormerGroup(query, `groupIds${at}`)})`);
    query.setParameter(`groupIds${at}`, groupIds);
  }
  return `(${conditions.join(' AND ')})`;
}

/**
 * The SQL condition that an `attachment` is in the audience of a group: its pupils, its teachers with their current replacements, and the
 * guardians of its pupils.
 * @param groupIds the name of the parameter; `uai`, `schoolYear` and `now` are parameters, too
 */
export function inAnyGroup(query: SelectQueryBuilder<AttachmentRow>, groupIds: string): string {
  const memberships = (who: string, role: string, only = '1 = 1'): string =>
    query
      .subQuery()
      .select('1')
      .from(MembershipRow, 'membership')
      .innerJoin(GroupRow, 'class', 'class.id = membership.groupId')
      .where(`membership.personId = ${who} AND membership.role = '${role}' AND membership.groupId IN (:...${groupIds})`)
      .andWhere(`class.uai = :uai AND class.schoolYear = :schoolYear AND ${only}`)
      .getQuery();
  const children = query
    .subQuery()
    .select('1')
    .from(KinshipRow, 'kinship')
    .where('kinship.guardianId = attachment.personId')
    .andWhere(`EXISTS ${memberships('kinship.childId', 'member')}`)
    .getQuery();
  const standIns = query
    .subQuery()
    .select('1')
    .from(StandInRow, 'standIn')
    .innerJoin(GroupRow, 'class', 'class.id = standIn.groupId')
    .where(`standIn.personId = attachment.personId AND standIn.groupId IN (:...${groupIds}) AND ${STANDS_IN}`)
    .andWhere('class.uai = :uai AND class.schoolYear = :schoolYear')
    .getQuery();
  const asTeacher = `(EXISTS ${memberships('attachment.personId', 'teacher')} OR EXISTS ${standIns})`;
  return `(${[
    `EXISTS ${memberships('attachment.personId', 'member', NOT_AS_HEAD)}`,
    `attachment.profile = 'teacher' AND ${asTeacher}`,
    `attachment.profile = 'guardian' AND EXISTS ${children}`,
  ].join(' OR ')})`;
}
