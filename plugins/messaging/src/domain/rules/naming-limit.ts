// SPDX-License-Identifier: EUPL-1.2
import type { Profile } from '@volee/core-adapter';

const LIMITS: ReadonlyMap<Profile, number> = new Map([
  ['pupil', 5],
  ['guardian', 10],
]);

/** The maximum number of recipients that a person may name in one message: by the profile that may name the most. Adults of the school have no limit. */
export function namingLimit(profiles: readonly Profile[]): number {
  return Math.max(...profiles.map((profile) => LIMITS.get(profile) ?? Infinity));
}
