// SPDX-License-Identifier: EUPL-1.2
import type { UserAccess, ResourceScope, Permission } from '../../../api/access.js';
import type { CurrentUser, Profile } from '../../../api/people.js';
import type { GroupRelation } from '../directory/group-relations.js';

/** `unknown`: the user may not even learn that the resource exists. */
export type Judgement = 'allowed' | 'forbidden' | 'unknown';

export interface JudgedAccess extends UserAccess<string> {
  judge(permission: string, belonging?: ResourceScope): Promise<Judgement>;
}

/** The single place that decides on permissions in a brick. Denied unless a profile of the user has the permission there. */
export function userAccess(
  permissions: Readonly<Record<string, Permission>>,
  user: CurrentUser,
  ties: () => Promise<readonly GroupRelation[]>,
): JudgedAccess {
  const profilesBy = new Map(Object.entries(permissions).map(([permission, { profiles }]) => [permission, profiles]));
  const holders = (permission: string): readonly Profile[] => profilesBy.get(permission) ?? [];
  const verdict = (allowed: boolean): Judgement => (allowed ? 'allowed' : 'forbidden');

  async function judge(permission: string, belonging?: ResourceScope): Promise<Judgement> {
    const profiles = holders(permission);
    const somewhere = user.profiles.some((profile) => profiles.includes(profile));
    if (!belonging) return verdict(somewhere);
    if (belonging.ownerId === user.id) return verdict(somewhere);
    if (belonging.groupId === null) return 'unknown';
    const here = (await ties()).filter(({ group }) => group.id === belonging.groupId);
    if (here.length === 0) return 'unknown';
    return verdict(here.some(({ profile }) => profiles.includes(profile)));
  }

  return {
    judge,
    can: async (permission, belonging) => (await judge(permission, belonging)) === 'allowed',
    async groups(permission) {
      const profiles = holders(permission);
      const found = (await ties()).filter(({ profile }) => profiles.includes(profile));
      return [...new Map(found.map(({ group }) => [group.id, group])).values()];
    },
  };
}
