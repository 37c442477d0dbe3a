// SPDX-License-Identifier: EUPL-1.2
import type { EntityManager } from 'typeorm';
import type { Profile, School } from '../../../api/people.js';
import type { UnitOfWork } from '../../infra/database/unit-of-work.js';
import { AttachmentRow } from './attachment.entity.js';
import { byProfile } from './by-profile.js';
import { GroupRow, IS_SEEN } from './group.entity.js';
import { whereAttachmentInForce } from './where-attachment-in-force.js';
import { schoolYearOf } from './school-year.js';
import { SchoolRow } from './school.entity.js';

export interface ListedSchool extends School {
  /** People in force; a person with two profiles counts in both. */
  readonly persons: Readonly<Record<Profile, number>>;
  /** Groups of the current school year. */
  readonly groups: number;
}

/** Every school with its figures, by name, in three queries, whatever their number. */
export async function listSchools(unitOfWork: UnitOfWork, now: Date): Promise<ListedSchool[]> {
  const schools = await unitOfWork.run((manager) =>
    manager.find(SchoolRow, { order: { foldedName: 'ASC', uai: 'ASC' } }),
  );
  return withFigures(unitOfWork, schools, now);
}

/** Schools with their figures, in two queries restricted to these schools. */
export async function withFigures(
  unitOfWork: UnitOfWork,
  schools: readonly SchoolRow[],
  now: Date,
): Promise<ListedSchool[]> {
  if (schools.length === 0) return [];
  const only = schools.map(({ uai }) => uai);
  const persons = await unitOfWork.run((manager) => countPersons(manager, now, only));
  const groups = await unitOfWork.run((manager) => countGroups(manager, only));
  const personsOf = new Map(persons.map(({ uai, profile, count }) => [`${uai} ${profile}`, Number(count)]));
  const groupsOf = new Map(groups.map(({ uai, schoolYear, count }) => [`${uai} ${schoolYear}`, Number(count)]));
  return schools.map((row) => ({
    ...schoolOf(row),
    persons: byProfile((profile) => personsOf.get(`${row.uai} ${profile}`) ?? 0),
    groups: groupsOf.get(`${row.uai} ${schoolYearOf(now, row.timeZone)}`) ?? 0,
  }));
}

export function schoolOf({ uai, name, kind, timeZone }: SchoolRow): School {
  return { uai, name, kind, timeZone };
}

/** MariaDB returns a count as text. */
type Count = number | string;

function countPersons(
  manager: EntityManager,
  now: Date,
  only: readonly string[],
): Promise<{ uai: string; profile: Profile; count: Count }[]> {
  const query = manager
    .createQueryBuilder(AttachmentRow, 'attachment')
    .select('attachment.uai', 'uai')
    .addSelect('attachment.profile', 'profile')
    .addSelect('COUNT(DISTINCT attachment.personId)', 'count')
    .where('attachment.uai IN (:...only)', { only });
  return whereAttachmentInForce(query, now).groupBy('attachment.uai').addGroupBy('attachment.profile').getRawMany();
}

function countGroups(
  manager: EntityManager,
  only: readonly string[],
): Promise<{ uai: string; schoolYear: number; count: Count }[]> {
  return manager
    .createQueryBuilder(GroupRow, 'class')
    .select('class.uai', 'uai')
    .addSelect('class.schoolYear', 'schoolYear')
    .addSelect('COUNT(class.id)', 'count')
    .where(`class.uai IN (:...only) AND class.endedAt IS NULL AND ${IS_SEEN}`, { only })
    .groupBy('class.uai')
    .addGroupBy('class.schoolYear')
    .getRawMany();
}
