// SPDX-License-Identifier: EUPL-1.2
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import type { MembershipRole } from '../../../api/directory/directory-source.js';
import type { Group } from '../../../api/people.js';
import type { UnitOfWork } from '../../infra/database/unit-of-work.js';
import {
  asMember,
  findChildIds,
  findProfiles,
  tie,
  type GroupRelation,
  type PersonInPlace,
} from './group-relations.js';
import { GroupRow, IS_SEEN } from './group.entity.js';
import { currentYear } from './groups-of-persons.js';
import { MembershipRow } from './membership.entity.js';
import { peopleOf, type PeopleOfGroups } from './people-of-groups.js';
import { formerMemberships, IS_IN_SUMMER, isAtEnd, isEmpty, isLentAtEnd } from './ties-at-end.js';

/** A relation to a group as it was when the group ended, or when its school year was over. */
export interface FormerTie extends GroupRelation {
  /** Whether the school year of the group is over. */
  readonly isOver: boolean;
}

interface FormerMember extends Group {
  readonly personId: string;
  readonly role: MembershipRole;
}

/** Teachers have a group until the end of the year after, as they have their past ties. */
const TAUGHT_LATELY = 'class.schoolYear >= :schoolYear - 1';

/**
 * The groups of this year that ended and those of former years by which activations reach a person (ADR 77). `peopleOfFormerGroups` finds
 * the people of these groups: both must agree.
 */
export async function findFormerTies(unitOfWork: UnitOfWork, place: PersonInPlace): Promise<FormerTie[]> {
  const { personId, uai, now, known } = place;
  const profiles = known?.profiles ?? (await findProfiles(unitOfWork, place));
  const schoolYear = await currentYear(unitOfWork, { uai, now, timeZone: known?.timeZone });
  if (profiles.length === 0 || schoolYear === undefined) return [];
  const childIds = await findChildIds(unitOfWork, place, profiles);
  const members = await findFormerMembers(unitOfWork, [personId, ...childIds], { uai, schoolYear });
  return members
    .flatMap((member) => [
      ...(member.personId === personId ? asMember(member, profiles) : []),
      ...(childIds.includes(member.personId) && member.role === 'member' ? [tie(member, 'guardian')] : []),
    ])
    .map((relation) => ({ ...relation, isOver: relation.group.schoolYear < schoolYear }));
}

async function findFormerMembers(
  unitOfWork: UnitOfWork,
  personIds: readonly string[],
  { uai, schoolYear }: { readonly uai: string; readonly schoolYear: number },
): Promise<FormerMember[]> {
  const found: FormerMember[] = [];
  for (const select of [selectOfFormerYears, selectAtEnd]) {
    const rows = await unitOfWork.run((manager) =>
      select(manager)
        .select('former.personId', 'personId')
        .addSelect('former.role', 'role')
        .addSelect('class.id', 'id')
        .addSelect('class.name', 'name')
        .addSelect('class.kind', 'kind')
        .addSelect('class.schoolYear', 'schoolYear')
        .andWhere('former.personId IN (:...personIds) AND class.uai = :uai')
        .andWhere(`(former.role <> 'teacher' OR ${TAUGHT_LATELY})`)
        .setParameters({ personIds, uai, schoolYear })
        .getRawMany<FormerMember>(),
    );
    found.push(...rows);
  }
  return found;
}

/**
 * Memberships in groups of former school years, as they were when the year ended, and in joined classes, where the school's own source puts the
 * pupil into another class (ADR 132). The membership is `former`, and its group is `class`.
 */
function selectOfFormerYears(manager: EntityManager): SelectQueryBuilder<MembershipRow> {
  return manager
    .createQueryBuilder(MembershipRow, 'former')
    .innerJoin(GroupRow, 'class', 'class.id = former.groupId')
    .where(`((class.schoolYear < :schoolYear AND ${IS_SEEN}) OR ${isElsewhere(manager)})`);
}

/**
 * Former memberships that were there at the end of their group, joined classes among them as above. Memberships that ended in summer count too,
 * since no permission follows: a directory may be emptied in steps, and may keep the class for the others (ADR 109).
 */
function selectAtEnd(manager: EntityManager): ReturnType<typeof formerMemberships> {
  const isOver = `(${isEmpty(manager)} OR class.schoolYear < :schoolYear)`;
  return formerMemberships(manager)
    .where(`(${IS_SEEN} OR ${isElsewhere(manager)})`)
    .andWhere(`(${isAtEnd(manager)} OR ${isLentAtEnd(manager)} OR (${IS_IN_SUMMER} AND ${isOver}))`);
}

/** The condition that `class` is a joined class, and that the class that it is does not have the person of a `former` membership. */
function isElsewhere(manager: EntityManager): string {
  const inOther = manager
    .createQueryBuilder(MembershipRow, 'there')
    .select('1')
    .where('there.groupId = class.joinedTo AND there.personId = former.personId');
  return `(class.joinedTo IS NOT NULL AND NOT EXISTS (${inOther.getQuery()}))`;
}

/**
 * The people of groups when the group ended or when its school year was over.
 * @param groupIds the name of the parameter; `uai` and `schoolYear` are parameters, too
 */
export function peopleOfFormerGroups(manager: EntityManager, groupIds: string): PeopleOfGroups[] {
  return peopleOf(manager, (role, only = '1 = 1') =>
    [selectOfFormerYears(manager), selectAtEnd(manager)].map((memberships) =>
      memberships
        .select('former.personId', 'personId')
        .andWhere(`former.role = '${role}' AND former.groupId IN (:...${groupIds}) AND class.uai = :uai`)
        .andWhere(`${role === 'teacher' ? TAUGHT_LATELY : '1 = 1'} AND ${only}`)
        .getQuery(),
    ),
  );
}
