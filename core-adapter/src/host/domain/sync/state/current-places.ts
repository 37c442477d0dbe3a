// SPDX-License-Identifier: EUPL-1.2
import { In } from 'typeorm';
import type { UnitOfWork } from '../../../infra/database/unit-of-work.js';
import { GroupRow } from '../../directory/group.entity.js';
import { schoolYearOf } from '../../directory/school-year.js';
import { DEFAULT_TIME_ZONE } from '../../directory/default-time-zone.js';
import { SchoolRow } from '../../directory/school.entity.js';
import { SyncSourceRow } from './sync-source.entity.js';
import { groupKey, type GroupFields, type PlacesImage } from './person-state.js';

/** The stored schools and groups of one source, at one instant. */
export interface CurrentPlaces extends PlacesImage {
  readonly source: string;
  /** The instant of reading, which determines the school years. */
  readonly at: Date;
  /** The last run applied before the reading. */
  readonly baseRun: number;
  /** All schools of the installation, also those of other sources: UAI → IANA time zone. */
  readonly timeZones: ReadonlyMap<string, string>;
  /** Groups of this school year that the source no longer names, by `groupKey`. */
  readonly ended: ReadonlyMap<string, GroupFields>;
  /** `groupKey` by the id of a group in force. */
  readonly groupKeys: ReadonlyMap<string, string>;
}

/** Reads the last applied run first: when another sync is applied before the rest is read, the plan is refused on application. */
export async function readCurrentPlaces(unitOfWork: UnitOfWork, source: string, at: Date): Promise<CurrentPlaces> {
  const known = await unitOfWork.run((manager) => manager.findOneBy(SyncSourceRow, { name: source }));
  const schools = await unitOfWork.run((manager) => manager.find(SchoolRow));
  const rows = await readGroups(unitOfWork, source, { schools, at });
  const inForce = rows.filter(({ endedAt }) => endedAt === null);
  return {
    source,
    at,
    baseRun: known?.appliedRun ?? 0,
    schools: new Map(schools.filter((school) => school.source === source).map((school) => [school.uai, school])),
    timeZones: new Map(schools.map(({ uai, timeZone }) => [uai, timeZone])),
    groups: byKey(inForce),
    ended: byKey(rows.filter(({ endedAt }) => endedAt !== null)),
    groupKeys: new Map(inForce.map(({ id, uai, key }) => [id, groupKey(uai, key)])),
  };
}

/** The school year of each school by UAI, also of schools that are not stored yet. */
export function schoolYears({ at, timeZones }: Pick<CurrentPlaces, 'at' | 'timeZones'>): (uai: string) => number {
  const years = new Map([...timeZones].map(([uai, timeZone]) => [uai, schoolYearOf(at, timeZone)]));
  const elsewhere = schoolYearOf(at, DEFAULT_TIME_ZONE);
  return (uai) => years.get(uai) ?? elsewhere;
}

/** The time zone of a school, also of one that is not stored yet. */
export function timeZoneIn({ timeZones }: Pick<CurrentPlaces, 'timeZones'>, uai: string): string {
  return timeZones.get(uai) ?? DEFAULT_TIME_ZONE;
}

async function readGroups(
  unitOfWork: UnitOfWork,
  source: string,
  { schools, at }: { readonly schools: readonly SchoolRow[]; readonly at: Date },
): Promise<GroupRow[]> {
  const years = new Map(schools.map(({ uai, timeZone }) => [uai, schoolYearOf(at, timeZone)]));
  const schoolYears = [...new Set(years.values())];
  if (schoolYears.length === 0) return [];
  const rows = await unitOfWork.run((manager) => manager.findBy(GroupRow, { source, schoolYear: In(schoolYears) }));
  return rows.filter(({ uai, schoolYear }) => years.get(uai) === schoolYear);
}

function byKey(rows: readonly GroupRow[]): Map<string, GroupFields> {
  return new Map(rows.map(({ uai, key, kind, name }) => [groupKey(uai, key), { uai, key, kind, name }]));
}
