// SPDX-License-Identifier: EUPL-1.2
import { IsNull } from 'typeorm';
import { PROFILES, type Group, type Profile } from '../../../api/people.js';
import { normaliseForSearch } from '../../infra/database/normalise-for-search.js';
import type { UnitOfWork } from '../../infra/database/unit-of-work.js';
import { GroupRow } from './group.entity.js';
import { currentYears, findGroupsOf, type GroupOfPerson } from './groups-of-persons.js';
import { findChildIds } from './kinships.js';
import { findSchoolsOf } from './persons.js';

/** The relation of a person to a group: pupil in it, guardian of one of its pupils, teacher of it, or head of its school. */
export interface GroupRelation {
  readonly group: Group;
  readonly profile: Profile;
}

/** The groups of this school year that a person is related to in a school, by name. */
export async function findGroupRelations(
  unitOfWork: UnitOfWork,
  personId: string,
  uai: string,
  now: Date,
): Promise<GroupRelation[]> {
  const here = (await findSchoolsOf(unitOfWork, personId, now)).find(({ school }) => school.uai === uai);
  const profiles = here?.profiles ?? [];
  if (profiles.length === 0) return [];
  const own = await findGroupsOf(unitOfWork, [personId], { now, uai });
  const childIds = profiles.includes('guardian') ? await findChildIds(unitOfWork, personId) : [];
  const children = await findGroupsOf(unitOfWork, childIds, { now, uai });
  const classes = profiles.includes('head') ? await findClasses(unitOfWork, uai, now) : [];
  return inOrder([
    ...own.flatMap((group) => asMember(group, profiles)),
    ...children.map((group) => tie(group, 'guardian')),
    ...classes.map((group) => tie(group, 'head')),
  ]);
}

/** Teachers are related as such to the groups that they teach; members are related to a group by all their profiles in the school. */
function asMember(group: GroupOfPerson, profiles: readonly Profile[]): GroupRelation[] {
  if (group.role === 'teacher') return profiles.includes('teacher') ? [tie(group, 'teacher')] : [];
  return profiles.map((profile) => tie(group, profile));
}

async function findClasses(unitOfWork: UnitOfWork, uai: string, now: Date): Promise<Group[]> {
  const schoolYear = (await currentYears(unitOfWork, [uai], now)).get(uai);
  if (schoolYear === undefined) return [];
  return unitOfWork.run((manager) => manager.findBy(GroupRow, { uai, schoolYear, kind: 'class', endedAt: IsNull() }));
}

function tie({ id, name, kind }: Group, profile: Profile): GroupRelation {
  return { group: { id, name, kind }, profile };
}

/** By name, then profile, without duplicates: two children may be in one class. */
function inOrder(ties: readonly GroupRelation[]): GroupRelation[] {
  const distinct = new Map(ties.map((each) => [`${each.group.id} ${each.profile}`, each]));
  const sortKey = ({ group, profile }: GroupRelation): string =>
    [normaliseForSearch(group.name), group.id, PROFILES.indexOf(profile)].join('\u0000');
  return [...distinct.values()].sort((one, other) => (sortKey(one) < sortKey(other) ? -1 : 1));
}
