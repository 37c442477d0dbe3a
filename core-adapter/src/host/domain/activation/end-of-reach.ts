// SPDX-License-Identifier: EUPL-1.2
import { reachedAs, type Activation, type Reach } from './activation-rule.js';

/** The time for which people read that a brick stops: long enough to finish what they began, and to take along what is theirs. */
const NOTICE_MS = 30 * 24 * 60 * 60 * 1000;

/**
 * The instant at which a person loses a brick; undefined where none is near. A rule that takes the place of one that ends may reach the
 * person as well.
 * @param rows the rules of one brick in one school, in force or to come
 */
export function endOfReach(rows: readonly Activation[], person: Reach, now: Date): Date | undefined {
  if (reachedAs(rows, person, now).length === 0) return undefined;
  return nearEnds(rows, now).find((end) => reachedAs(rows, person, end).length === 0);
}

/** The near ends of rules, the earliest first. */
export function nearEnds(rows: readonly Pick<Activation, 'until'>[], now: Date): Date[] {
  const isNear = (end: Date): boolean => end > now && end.getTime() <= now.getTime() + NOTICE_MS;
  return rows
    .flatMap(({ until }) => (until !== null && isNear(until) ? [until] : []))
    .sort((one, other) => one.getTime() - other.getTime());
}
