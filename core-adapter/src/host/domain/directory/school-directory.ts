// SPDX-License-Identifier: EUPL-1.2
import type { Relations, SchoolDirectory } from '../../../api/school-directory.js';
import type { Clock } from '../../../api/log.js';
import type { Group, School } from '../../../api/people.js';
import type { UnitOfWork } from '../../infra/database/unit-of-work.js';
import {
  findEverPupils,
  findGroupMembers,
  findGuardians,
  findMembersAtEnd,
  findMembersById,
  type SchoolNow,
} from './members.js';
import { findRelations } from './school-relations.js';
import { schoolYearOf } from './school-year.js';

/** The directory of one school, as bricks see it. */
export function schoolDirectory(unitOfWork: UnitOfWork, clock: Clock, school: School): SchoolDirectory {
  const place = (): SchoolNow => schoolNow(school, clock.now());
  const relations: SchoolDirectory['relations'] = (among) => findRelations(unitOfWork, place(), among);
  return {
    persons: (ids) => findMembersById(unitOfWork, place(), ids),
    members: (groupId, profile) => findGroupMembers(unitOfWork, place(), groupId, profile),
    membersAtEnd: (groupId, profile) => findMembersAtEnd(unitOfWork, place(), groupId, profile),
    guardiansOf: (pupilIds) => findGuardians(unitOfWork, place(), pupilIds),
    everPupils: (ids) => findEverPupils(unitOfWork, place(), ids),
    classesOf: async (pupilIds) => classesAmong(pupilIds, await relations(pupilIds)),
    relations,
  };
}

function classesAmong(
  pupilIds: readonly string[],
  { memberOf, groups }: Pick<Relations, 'memberOf' | 'groups'>,
): ReadonlyMap<string, readonly Group[]> {
  const classes = [...groups.values()]
    .filter(({ kind }) => kind === 'class')
    .sort((a, b) => a.name.localeCompare(b.name, 'fr'));
  return new Map(pupilIds.map((pupilId) => [pupilId, classes.filter(({ id }) => memberOf.get(pupilId)?.has(id))]));
}

export function schoolNow({ uai, timeZone }: Pick<School, 'uai' | 'timeZone'>, now: Date): SchoolNow {
  return { uai, schoolYear: schoolYearOf(now, timeZone), now };
}
