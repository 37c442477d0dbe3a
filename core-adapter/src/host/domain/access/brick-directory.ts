// SPDX-License-Identifier: EUPL-1.2
import type { BrickDirectory } from '../../../api/school-directory.js';
import { NotFoundError } from '../../../api/errors.js';
import type { Group, School } from '../../../api/people.js';
import type { Directory } from '../directory/directory.js';
import type { GroupRelation } from '../directory/group-relations.js';
import { classesAmong } from '../directory/school-directory.js';
import type { UserRelations } from './user-relations.js';

/** The people of a school, as far as the user may ask for them. */
export function brickDirectory(
  directory: Pick<Directory, 'inSchool' | 'membersOf'>,
  school: School,
  relations: Pick<UserRelations, 'groups' | 'pastGroups' | 'children' | 'groupsOf'>,
): BrickDirectory {
  const everybody = directory.inSchool(school);
  const groupsOf: BrickDirectory['groupsOf'] = async (ids) =>
    (await relations.groupsOf(ids)) ?? everybody.groupsOf(ids);
  return {
    ...everybody,
    async members(groupId, profile) {
      const group = await groupInCharge(relations, groupId);
      if (group) return directory.membersOf(school, group, profile);
      throw new NotFoundError(
        `The user neither teaches nor heads the group ${groupId}: its members are only for those that do.`,
      );
    },
    groupsOf,
    classesOf: async (ids) => classesAmong(await groupsOf(ids)),
    children: () => relations.children(),
  };
}

/** The group, if the user teaches or heads it. Past relations are read only for a group that is not one of this year. */
async function groupInCharge(
  relations: Pick<UserRelations, 'groups' | 'pastGroups'>,
  groupId: string,
): Promise<Group | undefined> {
  const leads = ({ group, profile }: GroupRelation): boolean =>
    group.id === groupId && (profile === 'teacher' || profile === 'head');
  return ((await relations.groups()).find(leads) ?? (await relations.pastGroups()).find(leads))?.group;
}
