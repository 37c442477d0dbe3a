// SPDX-License-Identifier: EUPL-1.2
import type { AskerAccess, Belonging, Permission } from '../../../api/access.js';
import type { Asker, Profile } from '../../../api/people.js';
import type { Tie } from '../directory/ties.js';

/** `unknown`: the asker may not even know that it exists. */
export type Judgement = 'allowed' | 'forbidden' | 'unknown';

export interface JudgedAccess extends AskerAccess<string> {
  judge(permission: string, belonging?: Belonging): Promise<Judgement>;
}

/** The one place that says who may do what in a brick. Denied unless a profile of the asker has the permission there. */
export function askerAccess(
  permissions: Readonly<Record<string, Permission>>,
  asker: Asker,
  ties: () => Promise<readonly Tie[]>,
): JudgedAccess {
  const profilesBy = new Map(Object.entries(permissions).map(([permission, { profiles }]) => [permission, profiles]));
  const holders = (permission: string): readonly Profile[] => profilesBy.get(permission) ?? [];
  const verdict = (allowed: boolean): Judgement => (allowed ? 'allowed' : 'forbidden');

  async function judge(permission: string, belonging?: Belonging): Promise<Judgement> {
    const profiles = holders(permission);
    const somewhere = asker.profiles.some((profile) => profiles.includes(profile));
    if (!belonging) return verdict(somewhere);
    if (belonging.ownerId === asker.id) return verdict(somewhere);
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
