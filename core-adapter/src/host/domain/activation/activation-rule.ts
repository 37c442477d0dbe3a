// SPDX-License-Identifier: EUPL-1.2
import type { Group, Profile } from '../../../api/people.js';
import { GROUP_PROFILES } from '../directory/group-profiles.js';

export interface Activation {
  readonly profiles: readonly Profile[];
  readonly groupIds: readonly string[];
  readonly from: Date;
  readonly until: Date | null;
}

/** The profiles of a person in the school, and for each group that has the person in its audience, the profile that puts them there. */
export interface Reach {
  readonly profiles: readonly Profile[];
  readonly ties: readonly Tie[];
}

export interface Tie {
  readonly groupId: string;
  readonly profile: Profile;
  /** The group is of a school year that is over. */
  readonly isOver?: boolean;
}

/** The way in which activations reach a person. */
export interface Reached {
  readonly profiles: readonly Profile[];
  /** Whether activations reach the person by groups of former school years only. */
  readonly isFormer: boolean;
}

export function inForce({ from, until }: Pick<Activation, 'from' | 'until'>, now: Date): boolean {
  return from.getTime() <= now.getTime() && (until === null || now.getTime() < until.getTime());
}

/** Whether the rule is in force or still to come. A rule that was called off ends at its start, which may be in the future. */
export function isOpen({ from, until }: Pick<Activation, 'from' | 'until'>, now: Date): boolean {
  return until === null || (now.getTime() < until.getTime() && from.getTime() < until.getTime());
}

/** The way in which activations reach a person; undefined when no rule does. */
export function howReached(rows: readonly Activation[], person: Reach, now: Date): Reached | undefined {
  const profiles = reachedAs(rows, person, now);
  if (profiles.length === 0) return undefined;
  const ties = person.ties.filter(({ isOver }) => !isOver);
  return { profiles, isFormer: reachedAs(rows, { ...person, ties }, now).length === 0 };
}

/**
 * The profiles by which activations reach a person; none when no rule reaches them. Rows are joined by OR; an empty list means all. When a
 * row names groups, the profile of a pupil, guardian or teacher counts only if it ties the person to one of these groups; heads and staff
 * of the school need no tie (ADR 114). `directory/audience.ts` finds the people that a rule reaches: both must agree.
 */
export function reachedAs(rows: readonly Activation[], person: Reach, now: Date): readonly Profile[] {
  const profiles = rows
    .filter((row) => inForce(row, now))
    .flatMap((row) => {
      const candidates = row.groupIds.length > 0 ? profilesIn(row.groupIds, person) : person.profiles;
      return row.profiles.length === 0 ? candidates : candidates.filter((profile) => row.profiles.includes(profile));
    });
  return [...new Set(profiles)];
}

/** The profiles of a person that a rule for groups counts. */
function profilesIn(groupIds: readonly string[], { profiles, ties }: Reach): readonly Profile[] {
  const tied = ties.filter(({ groupId }) => groupIds.includes(groupId)).map(({ profile }) => profile);
  return [
    ...profiles.filter((profile) => !GROUP_PROFILES.includes(profile)),
    ...tied.filter((profile) => GROUP_PROFILES.includes(profile)),
  ];
}

/** Whether groups restrict a rule: not when the rule is for heads and staff alone. */
export function isRestrictedByGroups({ profiles }: Pick<Activation, 'profiles'>): boolean {
  return profiles.length === 0 || profiles.some((profile) => GROUP_PROFILES.includes(profile));
}

/**
 * Whether teachers have the brick for a group, by rules that are in force. Only classes are asked about: a council of the teachers has what
 * its members have.
 */
export function reachesTeachersOf(
  { id, kind }: Pick<Group, 'id' | 'kind'>,
  rows: readonly Pick<Activation, 'profiles' | 'groupIds'>[],
): boolean {
  if (kind !== 'class') return true;
  return rows.some(
    ({ profiles, groupIds }) =>
      (profiles.length === 0 || profiles.includes('teacher')) && (groupIds.length === 0 || groupIds.includes(id)),
  );
}
