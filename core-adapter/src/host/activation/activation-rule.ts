// SPDX-License-Identifier: EUPL-1.2
import type { Profile } from '../../api/people.js';

export interface Activation {
  readonly profiles: readonly Profile[];
  readonly groupIds: readonly string[];
  readonly from: Date;
  readonly until: Date | null;
}

/** Whom an activation may reach: his profiles in the school, and as what he is in the audience of which group. */
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

/** Empty means all; rows are joined by OR. Where a row names groups, it is the tie to one of them whose profile counts. */
export function reaches(rows: readonly Activation[], person: Reach, now: Date): boolean {
  return rows.some((row) => {
    const isFor = (profile: Profile): boolean => row.profiles.length === 0 || row.profiles.includes(profile);
    if (!inForce(row, now)) return false;
    if (row.groupIds.length > 0)
      return person.ties.some((tie) => row.groupIds.includes(tie.groupId) && isFor(tie.profile));
    return row.profiles.length === 0 || person.profiles.some(isFor);
  });
}
