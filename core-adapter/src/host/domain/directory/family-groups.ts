// SPDX-License-Identifier: EUPL-1.2
import { keptSelect } from '../../infra/database/kept-select.js';
import type { UnitOfWork } from '../../infra/database/unit-of-work.js';
import { GroupRow, IS_SEEN } from './group.entity.js';
import type { FamilyGroup, GroupOfPerson } from './groups-of-persons.js';
import { childIdsOf } from './kinships.js';
import { MembershipRow } from './membership.entity.js';
import { membershipsInForce } from './memberships-in-force.js';
import { schoolYearOf } from './school-year.js';
import { SchoolRow } from './school.entity.js';
import { StandInRow } from './stand-in.entity.js';

/**
 * The groups of a person, and those that their children are members of, in all schools, by name: one statement, which every page of a brick
 * needs.
 */
export async function findFamilyGroups(unitOfWork: UnitOfWork, personId: string, now: Date): Promise<FamilyGroup[]> {
  const rows = await SELECT_FAMILY_GROUPS(unitOfWork, { personId, now });
  return rows.flatMap(({ timeZone, hasStandIn, ...group }) => {
    const yearsAgo = schoolYearOf(now, timeZone) - group.schoolYear;
    return yearsAgo === 0 || yearsAgo === 1
      ? [{ ...group, isOfLastYear: yearsAgo === 1, hasStandIn: Number(hasStandIn) === 1 }]
      : [];
  });
}

interface SelectedGroup extends GroupOfPerson {
  readonly timeZone: string;
  readonly hasStandIn: number | string;
}

const SELECT_FAMILY_GROUPS = keptSelect<'personId' | 'now', SelectedGroup>((manager) => {
  const own = membershipsInForce(manager, (alias) => `${alias}.personId = :personId`);
  const ofChildren = manager
    .createQueryBuilder(MembershipRow, 'ofChild')
    .select('ofChild.groupId', 'groupId')
    .addSelect('ofChild.personId', 'personId')
    .addSelect('ofChild.role', 'role')
    .where(`ofChild.personId IN (${childIdsOf(manager, 'personId')}) AND ofChild.role = 'member'`);
  const memberships = `SELECT own.groupId, own.personId, own.role FROM ${own} own UNION ALL ${ofChildren.getQuery()}`;
  const standIns = manager
    .createQueryBuilder(StandInRow, 'replacing')
    .select('1')
    .where('replacing.groupId = class.id AND replacing.until > :now');
  return manager
    .createQueryBuilder(GroupRow, 'class')
    .innerJoin(`(${memberships})`, 'membership', `membership.groupId = class.id AND ${IS_SEEN}`)
    .innerJoin(SchoolRow, 'school', 'school.uai = class.uai')
    .select('membership.personId', 'personId')
    .addSelect('membership.role', 'role')
    .addSelect('class.id', 'id')
    .addSelect('class.uai', 'uai')
    .addSelect('class.name', 'name')
    .addSelect('class.kind', 'kind')
    .addSelect('class.schoolYear', 'schoolYear')
    .addSelect('school.timeZone', 'timeZone')
    .addSelect(`EXISTS (${standIns.getQuery()})`, 'hasStandIn')
    .orderBy('class.foldedName')
    .addOrderBy('class.id');
});
