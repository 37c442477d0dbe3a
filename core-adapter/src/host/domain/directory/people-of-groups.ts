// SPDX-License-Identifier: EUPL-1.2
import type { EntityManager } from 'typeorm';
import type { MembershipRole } from '../../../api/directory/directory-source.js';
import { PROFILES, type Profile } from '../../../api/people.js';
import { GroupRow } from './group.entity.js';
import { KinshipRow } from './kinship.entity.js';
import { MembershipRow } from './membership.entity.js';
import { STANDS_IN } from './memberships-in-force.js';
import { StandInRow } from './stand-in.entity.js';

/** Some of the people of groups: they are in the audience with these profiles. */
export interface PeopleOfGroups {
  readonly profiles: readonly Profile[];
  /** SQL that selects their ids, as `personId`. It begins at the groups, so that no other people of the school are read. */
  readonly ids: string;
}

/** SQL that selects the ids of the people who have a role in the groups, as `personId`; the groups are `class`. */
type SelectIds = (role: MembershipRole, only?: string) => readonly string[];

/**
 * The pupils and teachers of groups, and the guardians of these pupils.
 * @param selectIds selects the people who have a role in the groups
 */
export function peopleOf(manager: EntityManager, selectIds: SelectIds): PeopleOfGroups[] {
  const withProfiles = (profiles: readonly Profile[], all: readonly string[]): PeopleOfGroups[] =>
    all.map((ids) => ({ profiles, ids }));
  const guardians = selectIds('member').map((pupils) =>
    manager
      .createQueryBuilder(KinshipRow, 'kinship')
      .select('kinship.guardianId', 'personId')
      .where(`kinship.childId IN (${pupils})`)
      .getQuery(),
  );
  return [
    ...withProfiles(
      PROFILES.filter((profile) => profile !== 'head'),
      selectIds('member'),
    ),
    // A head is related to every class, but is in the audience of none by that profile.
    ...withProfiles(['head'], selectIds('member', "class.kind <> 'class'")),
    ...withProfiles(['teacher'], selectIds('teacher')),
    ...withProfiles(['guardian'], guardians),
  ];
}

/**
 * The people of groups of one school year, with their current replacements.
 * @param groupIds the SQL of a list of ids, such as `:...groupIds`; `uai`, `schoolYear` and `now` are parameters
 */
export function peopleOfGroups(manager: EntityManager, groupIds: string): PeopleOfGroups[] {
  const isOfSchool = 'class.uai = :uai AND class.schoolYear = :schoolYear';
  const standIns = manager
    .createQueryBuilder(StandInRow, 'standIn')
    .select('standIn.personId', 'personId')
    .innerJoin(GroupRow, 'class', 'class.id = standIn.groupId')
    .where(`standIn.groupId IN (${groupIds}) AND ${STANDS_IN} AND ${isOfSchool}`)
    .getQuery();
  return peopleOf(manager, (role, only = '1 = 1') => {
    const memberships = manager
      .createQueryBuilder(MembershipRow, 'membership')
      .select('membership.personId', 'personId')
      .innerJoin(GroupRow, 'class', 'class.id = membership.groupId')
      .where(`membership.groupId IN (${groupIds}) AND membership.role = '${role}' AND ${isOfSchool} AND ${only}`)
      .getQuery();
    return role === 'teacher' ? [memberships, standIns] : [memberships];
  });
}

/** The SQL of a table of these people with the columns `personId` and `profile`: a row for each of these profiles. */
export function tableOf(people: readonly PeopleOfGroups[], wanted: readonly Profile[] = PROFILES): string {
  const selects = people.flatMap(({ profiles, ids }) =>
    profiles
      .filter((profile) => wanted.includes(profile))
      .map((profile) => `SELECT listed.personId AS personId, '${profile}' AS profile FROM (${ids}) listed`),
  );
  return `(${selects.join(' UNION ')})`;
}

/** The SQL condition that an `attachment` is one of these people with one of these profiles. */
export function isAmong(people: readonly PeopleOfGroups[]): string {
  const either = people.map(({ profiles, ids }) => {
    const names = profiles.map((profile) => `'${profile}'`).join(', ');
    return `(attachment.profile IN (${names}) AND attachment.personId IN (${ids}))`;
  });
  return `(${either.join(' OR ')})`;
}
