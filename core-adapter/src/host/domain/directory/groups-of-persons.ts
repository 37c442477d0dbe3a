// SPDX-License-Identifier: EUPL-1.2
import { In, type EntityManager, type SelectQueryBuilder } from 'typeorm';
import type { MembershipRole } from '../../../api/directory/directory-source.js';
import type { Group } from '../../../api/people.js';
import type { UnitOfWork } from '../../infra/database/unit-of-work.js';
import { batches } from './batches.js';
import { GroupRow } from './group.entity.js';
import { membershipsInForce } from './memberships-in-force.js';
import { schoolYearOf } from './school-year.js';
import { SchoolRow } from './school.entity.js';

export interface GroupOfPerson extends Group {
  readonly personId: string;
  readonly role: MembershipRole;
  readonly uai: string;
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
  for (const batch of batches([...new Set(personIds)])) found.push(...(await select(unitOfWork, batch, { now, uai })));
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

function select(
  unitOfWork: UnitOfWork,
  personIds: readonly string[],
  { now, uai }: Pick<GroupQuery, 'now' | 'uai'>,
): Promise<GroupOfPerson[]> {
  return unitOfWork.run((manager) => {
    const query = selectMemberships(manager)
      .setParameters({ personIds, now })
      .orderBy('class.foldedName')
      .addOrderBy('class.id');
    return (uai === undefined ? query : query.where('class.uai = :uai', { uai })).getRawMany<GroupOfPerson>();
  });
}

/** Selects rows of `GroupOfPerson` of the people of the parameter `personIds` at `now`, with the aliases `membership` and `class`. */
function selectMemberships(manager: EntityManager): SelectQueryBuilder<GroupRow> {
  const memberships = membershipsInForce(manager, (alias) => `${alias}.personId IN (:...personIds)`);
  return manager
    .createQueryBuilder(GroupRow, 'class')
    .innerJoin(memberships, 'membership', 'membership.groupId = class.id')
    .select('membership.personId', 'personId')
    .addSelect('membership.role', 'role')
    .addSelect('class.id', 'id')
    .addSelect('class.uai', 'uai')
    .addSelect('class.name', 'name')
    .addSelect('class.kind', 'kind')
    .addSelect('class.schoolYear', 'schoolYear');
}
