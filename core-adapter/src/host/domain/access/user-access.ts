// SPDX-License-Identifier: EUPL-1.2
import type { Permission, ResourceScope, UserAccess } from '../../../api/access.js';
import type { CurrentUser, Group, Profile } from '../../../api/people.js';
import { groupSortKey, type GroupRelation } from '../directory/group-relations.js';
import { relatedAs, scopeLine, type Standing } from './related-as.js';
import type { UserRelations } from './user-relations.js';

/** `unknown`: the user may not even learn that the resource exists. */
export type Judgement = 'allowed' | 'forbidden' | 'unknown';

export interface JudgedAccess extends UserAccess<string> {
  judge(permission: string, scope?: ResourceScope): Promise<Judgement>;
}

/** The permission that nobody has. */
const NOBODY: Permission = { profiles: [] };

/** The single place that decides on permissions in a brick. Denied unless a profile of the user has the permission there. */
export function userAccess(
  permissions: Readonly<Record<string, Permission>>,
  user: Pick<CurrentUser, 'id' | 'profiles'>,
  relations: UserRelations,
): JudgedAccess {
  const byName = new Map(Object.entries(permissions));
  const named = (permission: string): Permission => byName.get(permission) ?? NOBODY;

  /** For each scope, the profiles by which the user is related to it. */
  async function related(permission: Permission, scopes: readonly ResourceScope[]): Promise<Profile[][]> {
    const standing = await readStanding(permission, scopes, user, relations);
    return scopes.map((scope) => relatedAs(scope, permission, standing));
  }

  async function judge(name: string, scope?: ResourceScope): Promise<Judgement> {
    const permission = named(name);
    const [profiles = []] = scope ? await related(permission, [scope]) : [user.profiles];
    if (scope && profiles.length === 0) return 'unknown';
    return holding(permission, profiles).length > 0 ? 'allowed' : 'forbidden';
  }

  return {
    judge,
    can: async (name, scope) => (await judge(name, scope)) === 'allowed',
    async filter(name, resources) {
      const permission = named(name);
      const profiles = await related(permission, resources);
      return resources.filter((_, index) => holding(permission, profiles[index] ?? []).length > 0);
    },
    async heldAs(name, scope) {
      const permission = named(name);
      const [profiles = []] = await related(permission, [scope]);
      return holding(permission, profiles);
    },
    async groups(name) {
      const permission = named(name);
      const own = groupsHeld(permission, await relations.groups());
      return inOrder(hasEverywhere(permission, user) ? [...own, ...(await relations.schoolGroups())] : own);
    },
    async pastGroups(name) {
      const permission = named(name);
      return permission.past ? inOrder(groupsHeld(permission, await relations.pastGroups())) : [];
    },
    isOnFor: (group) => relations.isOnFor(group),
  };
}

/** Reads only the relations that the scopes need. */
async function readStanding(
  permission: Permission,
  scopes: readonly ResourceScope[],
  { id, profiles }: Pick<CurrentUser, 'id' | 'profiles'>,
  relations: UserRelations,
): Promise<Standing> {
  const others = scopes.filter((scope) => scopeLine(scope) !== undefined && scope.ownerId !== id);
  const hasGroup = others.some(({ groupId }) => typeof groupId === 'string');
  const pupilIds = [...new Set(others.flatMap(({ pupilId }) => pupilId ?? []))];
  const mayTeach = pupilIds.length > 0 && profiles.includes('teacher');
  const isAnywhere = hasGroup && hasEverywhere(permission, { profiles });
  return {
    ...{ id, profiles },
    groups: hasGroup || mayTeach ? await relations.groups() : [],
    pastGroups: hasGroup && permission.past ? await relations.pastGroups() : [],
    schoolGroups: isAnywhere ? await relations.schoolGroups() : [],
    pupils: pupilIds.length > 0 ? await relations.pupils(pupilIds) : new Map(),
  };
}

function hasEverywhere({ everywhere = [] }: Permission, { profiles }: Pick<CurrentUser, 'profiles'>): boolean {
  return profiles.some((profile) => everywhere.includes(profile));
}

function holding(permission: Permission, profiles: readonly Profile[]): Profile[] {
  return profiles.filter((profile) => permission.profiles.includes(profile));
}

function groupsHeld(permission: Permission, relations: readonly GroupRelation[]): Group[] {
  return relations.filter(({ profile }) => permission.profiles.includes(profile)).map(({ group }) => group);
}

/** By name, without duplicates: a teacher may have a child in the class. */
function inOrder(groups: readonly Group[]): Group[] {
  const distinct = [...new Map(groups.map((group) => [group.id, group])).values()];
  return distinct.sort((one, other) => (groupSortKey(one) < groupSortKey(other) ? -1 : 1));
}
