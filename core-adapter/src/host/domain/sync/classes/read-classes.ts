// SPDX-License-Identifier: EUPL-1.2
import { In, IsNull, Not, type EntityManager } from 'typeorm';
import { GroupRow } from '../../directory/group.entity.js';
import { MembershipRow } from '../../directory/membership.entity.js';
import { DEFAULT_TIME_ZONE } from '../../directory/default-time-zone.js';
import { schoolYearOf } from '../../directory/school-year.js';
import { SchoolRow } from '../../directory/school.entity.js';
import type { OtherPupils } from './match-classes.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const NOBODY = { pupils: new Set<string>(), teachers: new Set<string>() };

/** A class as its source names it. */
export interface SchoolClass extends OtherPupils {
  /** Its name as people read it. */
  readonly label: string;
  readonly source: string;
  readonly joinedTo: string | null;
}

/** The classes of a school in this school year, as their sources name them. */
export interface SchoolClasses {
  readonly uai: string;
  readonly own: readonly SchoolClass[];
  readonly others: readonly SchoolClass[];
}

/**
 * The UAIs of the schools with classes of another source than their own one this school year, or with joined groups that are no class any more,
 * among these or among all.
 */
export async function findSchoolsOfSeveralSources(
  manager: EntityManager,
  now: Date,
  among?: readonly string[],
): Promise<string[]> {
  const ofYears = { endedAt: IsNull(), schoolYear: In(yearsAt(now)) };
  const rows = await manager
    .createQueryBuilder(GroupRow, 'class')
    .innerJoin(SchoolRow, 'school', 'school.uai = class.uai AND school.source <> class.source')
    .select('class.uai', 'uai')
    .distinct()
    .where([
      { ...ofYears, kind: 'class' },
      { ...ofYears, joinedTo: Not(IsNull()) },
    ])
    .getRawMany<{ uai: string }>();
  const found = rows.map(({ uai }) => uai);
  return among ? found.filter((uai) => among.includes(uai)) : found;
}

/**
 * Of the schools that a source names, those in which another source than their own one names classes of this school year: `alone` where one of
 * these stands for itself, `joined` where none does.
 */
export async function findSchoolsToJoin(
  manager: EntityManager,
  { source, at }: { readonly source: string; readonly at: Date },
): Promise<Map<string, 'alone' | 'joined'>> {
  const named = manager.createQueryBuilder(GroupRow, 'named').select('named.uai').where('named.source = :source');
  const rows = await manager
    .createQueryBuilder(GroupRow, 'class')
    .innerJoin(SchoolRow, 'school', 'school.uai = class.uai AND school.source <> class.source')
    .select('class.uai', 'uai')
    .addSelect('COUNT(*) - COUNT(class.joinedTo)', 'alone')
    .where({ kind: 'class', endedAt: IsNull(), schoolYear: In(yearsAt(at)) })
    .andWhere(`(school.source = :source OR class.uai IN (${named.getQuery()}))`, { source })
    .groupBy('class.uai')
    .getRawMany<{ uai: string; alone: number | string }>();
  return new Map(rows.map(({ uai, alone }) => [uai, Number(alone) > 0 ? 'alone' : 'joined']));
}

/** Reads the classes of schools in three queries. */
export async function readClasses(
  manager: EntityManager,
  uais: readonly string[],
  now: Date,
): Promise<SchoolClasses[]> {
  const schools = await manager.findBy(SchoolRow, { uai: In([...uais]) });
  const years = new Map(schools.map(({ uai, timeZone }) => [uai, schoolYearOf(now, timeZone)]));
  const where = { uai: In([...uais]), schoolYear: In([...new Set(years.values())]), kind: 'class' as const };
  const order = { foldedName: 'ASC', id: 'ASC' } as const;
  const found = await manager.find(GroupRow, { where: { ...where, endedAt: IsNull() }, order });
  const groups = found.filter(({ uai, schoolYear }) => schoolYear === years.get(uai));
  const groupId = In(groups.map(({ id }) => id));
  const people = new Map(groups.map(({ id }) => [id, { pupils: new Set<string>(), teachers: new Set<string>() }]));
  for (const { groupId: of, personId, role } of await manager.findBy(MembershipRow, { groupId, via: IsNull() })) {
    people.get(of)?.[role === 'member' ? 'pupils' : 'teachers'].add(personId);
  }
  return schools.map((school) => {
    const classes = groups
      .filter(({ uai }) => uai === school.uai)
      .map(({ id, source, name: label, foldedName, namedAt, joinedTo }): SchoolClass => {
        // All that is kept about a joined class is that of the other one.
        const hasStood = joinedTo === null && !(namedAt && Math.abs(now.getTime() - namedAt.getTime()) <= HOUR);
        const { pupils, teachers } = people.get(id) ?? NOBODY;
        return { id, name: foldedName, label, pupils, teachers, source, joinedTo, hasStood };
      });
    return {
      uai: school.uai,
      own: classes.filter(({ source }) => source === school.source),
      others: classes.filter(({ source }) => source !== school.source),
    };
  });
}

/** The school years at an instant, whatever the time zones of the schools. */
function yearsAt(now: Date): number[] {
  return [-DAY, DAY].map((time) => schoolYearOf(new Date(now.getTime() + time), DEFAULT_TIME_ZONE));
}
