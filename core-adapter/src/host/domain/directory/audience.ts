// SPDX-License-Identifier: EUPL-1.2
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import type { Profile } from '../../../api/people.js';
import type { UnitOfWork } from '../../infra/database/unit-of-work.js';
import { AttachmentRow } from './attachment.entity.js';
import { peopleOfFormerGroups } from './former-ties.js';
import { currentYear } from './groups-of-persons.js';
import { whereAttachmentInForce } from './where-attachment-in-force.js';
import { isAmong, peopleOfGroups } from './people-of-groups.js';
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
    const { manager } = query.connection;
    conditions.push(
      isAmong([...peopleOfGroups(manager, `groupIds${at}`), ...peopleOfFormerGroups(manager, `groupIds${at}`)]),
    );
    query.setParameter(`groupIds${at}`, groupIds);
  }
  return `(${conditions.join(' AND ')})`;
}
