// SPDX-License-Identifier: EUPL-1.2
import { Brackets, type EntityManager, type SelectQueryBuilder } from 'typeorm';
import type { Profile } from '../../api/people.js';
import type { UnitOfWork } from '../database/unit-of-work.js';
import { AttachmentRow } from './attachment.entity.js';
import { GroupRow } from './group.entity.js';
import { currentYears } from './groups-of-persons.js';
import { inForce } from './in-force.js';
import { KinshipRow } from './kinship.entity.js';
import { MembershipRow } from './membership.entity.js';
import { byProfile } from './school-list.js';

/** Profiles AND groups; empty means all. */
export interface AudienceFilter {
  readonly profiles: readonly Profile[];
  readonly groupIds: readonly string[];
}

/** A person as what he is reached; who is two things is there twice. */
export interface Recipient {
  readonly id: string;
  readonly displayName: string;
  readonly profile: Profile;
}

export interface AudienceQuestion extends AudienceFilter {
  readonly uai: string;
  readonly now: Date;
}

/** Whom an activation would reach, by family name. */
export async function findAudience(unitOfWork: UnitOfWork, question: AudienceQuestion): Promise<Recipient[]> {
  const schoolYear = await schoolYearIn(unitOfWork, question);
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
  const schoolYear = await schoolYearIn(unitOfWork, question);
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

async function schoolYearIn(unitOfWork: UnitOfWork, { uai, now }: AudienceQuestion): Promise<number | undefined> {
  return (await currentYears(unitOfWork, [uai], now)).get(uai);
}

function audienceQuery(
  manager: EntityManager,
  { uai, now, profiles, groupIds }: AudienceQuestion,
  schoolYear: number | undefined,
): SelectQueryBuilder<AttachmentRow> {
  const query = manager.createQueryBuilder(AttachmentRow, 'attachment').where('attachment.uai = :uai', { uai });
  inForce(query, now);
  if (profiles.length > 0) query.andWhere('attachment.profile IN (:...profiles)', { profiles });
  if (groupIds.length > 0) query.andWhere(inGroups(query)).setParameters({ groupIds, schoolYear: schoolYear ?? null });
  return query;
}

/** A class's audience is its pupils, its team and their guardians, in this school and this school year. */
function inGroups(query: SelectQueryBuilder<AttachmentRow>): Brackets {
  const memberships = (who: string, role: string): string =>
    query
      .subQuery()
      .select('1')
      .from(MembershipRow, 'membership')
      .innerJoin(GroupRow, 'class', 'class.id = membership.groupId')
      .where(`membership.personId = ${who} AND membership.role = '${role}' AND membership.groupId IN (:...groupIds)`)
      .andWhere('class.uai = :uai AND class.schoolYear = :schoolYear')
      .getQuery();
  const children = query
    .subQuery()
    .select('1')
    .from(KinshipRow, 'kinship')
    .where('kinship.guardianId = attachment.personId')
    .andWhere(`EXISTS ${memberships('kinship.childId', 'member')}`)
    .getQuery();
  return new Brackets((either) =>
    either
      .where(`EXISTS ${memberships('attachment.personId', 'member')}`)
      .orWhere(`attachment.profile = 'teacher' AND EXISTS ${memberships('attachment.personId', 'teacher')}`)
      .orWhere(`attachment.profile = 'guardian' AND EXISTS ${children}`),
  );
}
