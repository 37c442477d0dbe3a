// SPDX-License-Identifier: EUPL-1.2
import type { Profile } from '@volee/core-adapter';

const HOUR = 3_600_000;

/** Acts of one kind in an hour. */
const LIMITS: ReadonlyMap<Profile, number> = new Map([
  ['pupil', 20],
  ['guardian', 40],
]);
const LIMIT_OF_ADULTS = 200;

/** The number of acts of one kind that a person has in an hour: by the profile that may do the most. */
export function rationOf(profiles: readonly Profile[]): number {
  return Math.max(...profiles.map((profile) => LIMITS.get(profile) ?? LIMIT_OF_ADULTS));
}

/** The instants of the acts that count from now on, or the instant from which one more is possible. */
export type Turn = { readonly instants: readonly number[] } | { readonly until: number };

/**
 * Whether one more act fits into every hour around it: no sixty minutes hold more acts than the ration, also across a full hour. Acts with
 * a time an hour ahead or more were done while the clock was ahead, and do not count (ADR 67).
 * @param before instants of earlier acts in milliseconds
 */
export function nextTurn(before: readonly number[], ration: number, now: number): Turn {
  const counted = before.filter((instant) => Math.abs(instant - now) < HOUR).sort((one, other) => one - other);
  const freed = counted[counted.length - ration];
  return freed === undefined ? { instants: [...counted, now] } : { until: freed + HOUR };
}
