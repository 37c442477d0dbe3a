// SPDX-License-Identifier: EUPL-1.2
import { In, type EntityManager, type SelectQueryBuilder } from 'typeorm';
import type { MembershipRole } from '../../../api/directory/directory-source.js';
import type { Group } from '../../../api/people.js';
import { keptSelect } from '../../infra/database/kept-select.js';
import type { UnitOfWork } from '../../infra/database/unit-of-work.js';
import { batches } from './batches.js';
import { GroupRow, IS_SEEN } from './group.entity.js';
import { membershipsInForce } from './memberships-in-force.js';
import { schoolYearOf } from './school-year.js';
import { SchoolRow } from './school.entity.js';

export interface GroupOfPerson extends Group {
  readonly personId: string;
  readonly role: MembershipRole;
  readonly uai: string;
}

/** A group of this school year or the last. */
export interface FamilyGroup extends GroupOfPerson {
  readonly isOfLastYear: boolean;
  /** Somebody replaces the teacher, now or later. */
  readonly hasStandIn: boolean;
}

interface GroupQuery {
  readonly now: Date;
  readonly uai?: string | undefined;
  /** The time zone of the school `uai`, if the caller knows it: a statement less. */
  readonly timeZone?: string | undefined;
}

/** The groups of people in the current school year, in one school or in all, by name. */
export async function findGroupsOf(
  unitOfWork: UnitOfWork,
  personIds: readonly string[],
  { now, uai, timeZone }: GroupQuery,
): Promise<GroupOfPerson[]> {
  const found: GroupOfPerson[] = [];
  for (const batch of batches([...new Set(personIds)])) {
    const values = { personIds: batch, now };
    const rows =
      uai === undefined ? SELECT_GROUPS(unitOfWork, values) : SELECT_GROUPS_IN(unitOfWork, { ...values, uai });
    found.push(...(await rows));
  }
  const years =
    uai !== undefined && timeZone !== undefined
      ? new Map([[uai, schoolYearOf(now, timeZone)]])
      : await currentYears(unitOfWork, [...new Set(found.map((group) => group.uai))], now);
  return found.filter((group) => years.get(group.uai) === group.schoolYear);
}

/** The current school year of a school, without a statement where the caller knows the time zone. */
export async function currentYear(
  unitOfWork: UnitOfWork,
  { uai, now, timeZone }: { readonly uai: string; readonly now: Date; readonly timeZone?: string | undefined },
): Promise<number | undefined> {
  if (timeZone !== undefined) return schoolYearOf(now, timeZone);
  return (await currentYears(unitOfWork, [uai], now)).get(uai);
}

/** The current school year of schools, each in its own time zone. */
export async function currentYears(
  unitOfWork: UnitOfWork,
  uais: readonly string[],
  now: Date,
): Promise<Map<string, number>> {
  if (uais.length === 0) return new Map();
  const rows = await unitOfWork.run((manager) =>
    manager.find(SchoolRow, { select: { uai: true, timeZone: true }, where: { uai: In([...uais]) } }),
  );
  return new Map(rows.map(({ uai, timeZone }) => [uai, schoolYearOf(now, timeZone)]));
}

const SELECT_GROUPS = keptSelect<'personIds' | 'now', GroupOfPerson>((manager) => selectMemberships(manager));

const SELECT_GROUPS_IN = keptSelect<'personIds' | 'now' | 'uai', GroupOfPerson>((manager) =>
  selectMemberships(manager).where('class.uai = :uai'),
);

/** Selects rows of `GroupOfPerson` of the people of the parameter `personIds` at `now`, by name, with the aliases `membership` and `class`. */
function selectMemberships(manager: EntityManager): SelectQueryBuilder<GroupRow> {
  const memberships = membershipsInForce(manager, (alias) => `${alias}.personId IN (:...personIds)`);
  return manager
    .createQueryBuilder(GroupRow, 'class')
    .innerJoin(memberships, 'membership', `membership.groupId = class.id AND ${IS_SEEN}`)
    .select('membership.personId', 'personId')
    .addSelect('membership.role', 'role')
    .addSelect('class.id', 'id')
    .addSelect('class.uai', 'uai')
    .addSelect('class.name', 'name')
    .addSelect('class.kind', 'kind')
    .addSelect('class.schoolYear', 'schoolYear')
    .orderBy('class.foldedName')
    .addOrderBy('class.id');
}
