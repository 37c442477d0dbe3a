// SPDX-License-Identifier: EUPL-1.2
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { PROFILES, type Profile } from '../../../api/people.js';
import type { UnitOfWork } from '../../infra/database/unit-of-work.js';
import { AttachmentRow } from './attachment.entity.js';
import { peopleOfFormerGroups } from './former-ties.js';
import { currentYear } from './groups-of-persons.js';
import { PersonRow } from './person.entity.js';
import { ATTACHMENT_IN_FORCE } from './where-attachment-in-force.js';
import { isAmong, peopleOfGroups } from './people-of-groups.js';
import { byProfile } from './by-profile.js';
import { GROUP_PROFILES } from './group-profiles.js';

/** Profiles AND groups; empty means all. Groups restrict `GROUP_PROFILES` alone. */
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
      .innerJoin(PersonRow, 'person', 'person.id = attachment.personId AND person.disabledAt IS NULL')
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

/** The numbers of an audience. */
export interface AudienceCounts {
  /** The number of people, each counted once. */
  readonly persons: number;
  /** The number of people by profile: a person with two profiles is in two of these. */
  readonly profiles: Readonly<Record<Profile, number>>;
}

/** People are counted by the set of their profiles, a bit for each: both numbers follow from one statement. */
export async function countAudience(unitOfWork: UnitOfWork, question: AudienceQuestion): Promise<AudienceCounts> {
  if (question.filters.length === 0) return { persons: 0, profiles: byProfile(() => 0) };
  const schoolYear = await yearOfGroups(unitOfWork, question);
  const rows = await unitOfWork.run((manager) => {
    const held = audienceQuery(manager, question, schoolYear)
      .select(`SUM(DISTINCT CASE attachment.profile ${BITS} END)`, 'held')
      .groupBy('attachment.personId');
    return manager
      .createQueryBuilder()
      .select('audience.held', 'held')
      .addSelect('COUNT(*)', 'count')
      .from(`(${held.getQuery()})`, 'audience')
      .setParameters(held.getParameters())
      .groupBy('audience.held')
      .getRawMany<{ held: number | string; count: number | string }>();
  });
  const sets = rows.map(({ held, count }) => ({ held: Number(held), count: Number(count) }));
  const countOf = (bits: number): number =>
    sets.filter(({ held }) => (held & bits) !== 0).reduce((sum, { count }) => sum + count, 0);
  return { persons: countOf(-1), profiles: byProfile((profile) => countOf(bitOf(profile))) };
}

const BITS = PROFILES.map((profile) => `WHEN '${profile}' THEN ${bitOf(profile)}`).join(' ');

function bitOf(profile: Profile): number {
  return 1 << PROFILES.indexOf(profile);
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
  const query = manager
    .createQueryBuilder(AttachmentRow, 'attachment')
    .where(`attachment.uai = :uai AND ${ATTACHMENT_IN_FORCE}`, { uai, now });
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
    const ofGroups = [
      ...peopleOfGroups(manager, `:...groupIds${at}`),
      ...peopleOfFormerGroups(manager, `groupIds${at}`),
    ];
    conditions.push(`(attachment.profile NOT IN (:...groupProfiles) OR ${isAmong(ofGroups)})`);
    query.setParameters({ [`groupIds${at}`]: groupIds, groupProfiles: GROUP_PROFILES });
  }
  return `(${conditions.join(' AND ')})`;
}
