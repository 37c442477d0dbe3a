// SPDX-License-Identifier: EUPL-1.2
import type { Profile } from '../../../api/people.js';

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
 * row names groups, only the profile that ties the person to one of these groups counts.
 */
export function reachedAs(rows: readonly Activation[], person: Reach, now: Date): readonly Profile[] {
  const profiles = rows
    .filter((row) => inForce(row, now))
    .flatMap((row) => {
      const ties = person.ties.filter(({ groupId }) => row.groupIds.includes(groupId));
      const candidates = row.groupIds.length > 0 ? ties.map(({ profile }) => profile) : person.profiles;
      return row.profiles.length === 0 ? candidates : candidates.filter((profile) => row.profiles.includes(profile));
    });
  return [...new Set(profiles)];
}
