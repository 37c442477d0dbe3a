// SPDX-License-Identifier: EUPL-1.2
import type { CurrentUser, Group, Profile, SchoolDirectory } from '@volee/core-adapter';
import { groupsOf } from '../rules/groups-of.js';
import { namingLimit } from '../rules/naming-limit.js';
import type { AddressedProfile, Recipient } from '../rules/recipients.js';
import type { Relations } from '../rules/relations.js';

/** The parts of a group that a message may be written to. */
export const PARTS: readonly AddressedProfile[] = ['pupil', 'guardian', 'teacher'];

export interface OfferedGroup {
  readonly recipient: Exclude<Recipient, { person: string }>;
  /** The number of its people who receive a message, without the user. */
  readonly count: number;
}

/** The parts of the school and of its groups of which the rules let an adult of the school write to everybody. */
export interface OfferedParts {
  /** The number of people of each open part of the school. */
  readonly everyone: ReadonlyMap<AddressedProfile, number>;
  /** The number of people of each open part of a group, by the id of the group. */
  readonly inGroups: ReadonlyMap<AddressedProfile, ReadonlyMap<string, number>>;
  readonly groups: ReadonlyMap<string, Group>;
  readonly areAllOpen: boolean;
}

/** Counts the people with these profiles, in the school and in these groups: the rules need not judge them one by one. */
export async function offeredParts(
  open: readonly Profile[],
  groupIds: readonly string[],
  directory: Pick<SchoolDirectory, 'countPeople' | 'countByGroup'>,
): Promise<OfferedParts> {
  const parts = PARTS.filter((profile) => open.includes(profile));
  const counts = await directory.countPeople();
  const groups = await directory.countByGroup(groupIds);
  const inGroups = parts.map((profile) => {
    const named = { pupil: 'pupils', guardian: 'guardians', teacher: 'teachers' } as const;
    return [profile, new Map(groups.map((row) => [row.group.id, row[named[profile]]]))] as const;
  });
  return {
    everyone: new Map(parts.map((profile) => [profile, counts.get(profile) ?? 0])),
    inGroups: new Map(inGroups),
    groups: new Map(groups.map(({ group }) => [group.id, group])),
    areAllOpen: parts.length === PARTS.length,
  };
}

interface Reached {
  readonly user: Pick<CurrentUser, 'id' | 'profiles'>;
  /** The people around the user that the rules let them write to. */
  readonly reached: ReadonlySet<string>;
  readonly relations: Relations;
}

/** @param parts for an adult of the school; others write to no whole part of it */
export function offeredGroups(
  { user, reached, relations }: Reached,
  parts: OfferedParts | undefined,
): readonly OfferedGroup[] {
  const limit = namingLimit(user.profiles);
  const ofGroups = PARTS.flatMap((profile) => {
    const open = parts?.inGroups.get(profile);
    const counts = open
      ? withoutUser(open, groupsOf(user.id, profile, relations))
      : countIn(profile, reached, relations);
    return [...counts].map(([group, count]) => ({ recipient: { group, profile }, count }));
  });
  // A team counts as one recipient, other groups as their people.
  const fitting = ofGroups.filter(({ recipient, count }) => recipient.profile === 'teacher' || count <= limit);
  const ofSchool = PARTS.map((everyone) => {
    const isOwn = user.profiles.includes(everyone);
    const open = parts?.everyone.get(everyone);
    const near = [...reached].filter((id) => relations.profiles.get(id)?.includes(everyone)).length;
    return { recipient: { everyone }, count: open === undefined ? near : open - (isOwn ? 1 : 0) };
  });
  return [...fitting, ...(parts ? ofSchool : [])].filter(({ count }) => count > 0);
}

function withoutUser(counts: ReadonlyMap<string, number>, own: Iterable<string>): ReadonlyMap<string, number> {
  const ofUser = new Set(own);
  return new Map([...counts].map(([group, count]) => [group, ofUser.has(group) ? count - 1 : count]));
}

function countIn(
  profile: AddressedProfile,
  persons: ReadonlySet<string>,
  relations: Relations,
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const personId of persons) {
    if (!relations.profiles.get(personId)?.includes(profile)) continue;
    for (const groupId of new Set(groupsOf(personId, profile, relations))) {
      counts.set(groupId, (counts.get(groupId) ?? 0) + 1);
    }
  }
  return counts;
}
