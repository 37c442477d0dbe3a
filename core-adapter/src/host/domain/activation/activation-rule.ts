// SPDX-License-Identifier: EUPL-1.2
import type { Profile } from '../../../api/people.js';

export interface Activation {
  readonly profiles: readonly Profile[];
  readonly groupIds: readonly string[];
  readonly from: Date;
  readonly until: Date | null;
}

/** A person whom an activation may reach: their profiles in the school, and the profile by which each group has them in its audience. */
export interface Reach {
  readonly profiles: readonly Profile[];
  readonly ties: readonly { readonly groupId: string; readonly profile: Profile }[];
}

export function inForce({ from, until }: Pick<Activation, 'from' | 'until'>, now: Date): boolean {
  return from.getTime() <= now.getTime() && (until === null || now.getTime() < until.getTime());
}

/** Whether it is in force or still to come. One that was called off ends at its beginning, which may be to come. */
export function isOpen({ from, until }: Pick<Activation, 'from' | 'until'>, now: Date): boolean {
  return until === null || (now.getTime() < until.getTime() && from.getTime() < until.getTime());
}

/**
 * The profiles by which activations reach a person; none: they do not. Empty means all; rows are joined by OR. Where a row names groups,
 * it is the tie to one of them whose profile counts.
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
