// SPDX-License-Identifier: EUPL-1.2
import type { SchoolDirectory } from '../../../api/school-directory.js';
import type { Clock } from '../../../api/log.js';
import type { Group, School } from '../../../api/people.js';
import type { UnitOfWork } from '../../infra/database/unit-of-work.js';
import { countByGroup, countPeople } from './count-people.js';
import { findPeople } from './find-people.js';
import { findMemberGroups } from './member-groups.js';
import {
  findChildren,
  findEverPupils,
  findGuardians,
  findMembersAtEnd,
  findMembersById,
  findMembersOfGroup,
  type SchoolNow,
} from './members.js';
import { findJoinedTo } from './is-joined.js';
import { findRelations } from './school-relations.js';
import { schoolYearOf } from './school-year.js';

/** The directory of one school, as bricks see it. */
export function schoolDirectory(unitOfWork: UnitOfWork, clock: Clock, school: School): SchoolDirectory {
  const place = (): SchoolNow => schoolNow(school, clock.now());
  return {
    persons: (ids) => findMembersById(unitOfWork, place(), ids),
    members: (groupId, profile) => findMembersOfGroup(unitOfWork, place(), groupId, profile),
    membersAtEnd: (groupId, profile) => findMembersAtEnd(unitOfWork, place(), groupId, profile),
    guardiansOf: (pupilIds) => findGuardians(unitOfWork, place(), pupilIds),
    childrenOf: (guardianIds) => findChildren(unitOfWork, place(), guardianIds),
    joinedTo: (id) => findJoinedTo(unitOfWork, id),
    everPupils: (ids) => findEverPupils(unitOfWork, place(), ids),
    classesOf: async (ids) => classesAmong(await findMemberGroups(unitOfWork, place(), ids)),
    groupsOf: (ids) => findMemberGroups(unitOfWork, place(), ids),
    relations: (among) => findRelations(unitOfWork, place(), among),
    people: (asked) => findPeople(unitOfWork, place(), asked),
    countPeople: () => countPeople(unitOfWork, place()),
    countByGroup: (among) => countByGroup(unitOfWork, place(), among),
  };
}

/** The classes among the groups of each person. */
export function classesAmong(groups: ReadonlyMap<string, readonly Group[]>): ReadonlyMap<string, readonly Group[]> {
  return new Map([...groups].map(([id, all]) => [id, all.filter(({ kind }) => kind === 'class')]));
}

export function schoolNow({ uai, timeZone }: Pick<School, 'uai' | 'timeZone'>, now: Date): SchoolNow {
  return { uai, schoolYear: schoolYearOf(now, timeZone), now };
}
