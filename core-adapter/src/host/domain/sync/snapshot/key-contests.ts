// SPDX-License-Identifier: EUPL-1.2
import type { Claim } from './contested-keys.js';

/** Several entries that claim the key of one person. */
export interface KeyContest {
  /** The number of the person who has the key so far. */
  readonly person: number;
  readonly claimants: readonly Claim[];
  readonly duplicates: readonly Claim[];
  /** The index of the winner among the claimants. */
  readonly kept: number;
}

/**
 * Contests with a winner that can have its login: no other person keeps or wins it. Two people may swap places. Pure.
 * @param holderOf the number of the person with a login
 */
export function replaceableContests(
  contests: readonly KeyContest[],
  holderOf: (login: string) => number | undefined,
): ReadonlyMap<number, KeyContest> {
  const replaced = new Map(contests.map((contest) => [contest.person, contest]));
  for (let before = -1; before !== replaced.size;) {
    before = replaced.size;
    const logins = new Set<string>();
    for (const { person, claimants, kept } of contests) {
      if (!replaced.has(person)) continue;
      const login = claimants[kept]?.fields.login ?? '';
      const holder = holderOf(login);
      const isFree = holder === undefined || holder === person || replaced.has(holder);
      if (!isFree || logins.has(login)) replaced.delete(person);
      logins.add(login);
    }
  }
  return replaced;
}
