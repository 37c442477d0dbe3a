// SPDX-License-Identifier: EUPL-1.2
import type { Profile } from '../../api/people.js';

export interface Activation {
  readonly profiles: readonly Profile[];
  readonly groupIds: readonly string[];
  readonly from: Date;
  readonly until: Date | null;
}

/** Whom an activation may reach: his profiles in the school, and the groups whose audience he is in. */
export interface Reach {
  readonly profiles: readonly Profile[];
  readonly groupIds: readonly string[];
}

export function inForce({ from, until }: Pick<Activation, 'from' | 'until'>, now: Date): boolean {
  return from.getTime() <= now.getTime() && (until === null || now.getTime() < until.getTime());
}

/** A row matches profiles AND groups, empty meaning all; rows are joined by OR. */
export function reaches(rows: readonly Activation[], person: Reach, now: Date): boolean {
  return rows.some(
    (row) =>
      inForce(row, now) &&
      (row.profiles.length === 0 || row.profiles.some((profile) => person.profiles.includes(profile))) &&
      (row.groupIds.length === 0 || row.groupIds.some((id) => person.groupIds.includes(id))),
  );
}
