// SPDX-License-Identifier: EUPL-1.2
import type { ClockRow } from './clock.entity.js';

const DAY = 86_400_000;

/** The clock may be ahead of the latest known time by so much: longer than any holiday but the summer's. */
export const LEAP = 42 * DAY;

/** How long deletions by age wait after a leap, by the clock that has leapt. */
const HOLD = DAY;

export type KnownTimes = Pick<ClockRow, 'at' | 'before' | 'leaptAt' | 'heldUntil'>;

/**
 * `leapt`: deletions by age wait from now on; `back`: the clock shows a time before the leap again; `over`: the wait has ended, and nobody
 * has set the clock back.
 */
export type ClockEvent = 'leapt' | 'back' | 'over';

export interface JudgedClock {
  readonly times: KnownTimes;
  readonly event?: ClockEvent;
}

/** Compares the clock with the times that the database knows. */
export function judgeClock(known: KnownTimes, now: Date): JudgedClock {
  const { at, before, leaptAt, heldUntil } = known;
  const hold = new Date(now.getTime() + HOLD);
  if (before && leaptAt && now < leaptAt) {
    // A leap that lasted its day may have been right, as after the summer: a clock behind all known times is itself wrong.
    if (!heldUntil && now < before) return { times: known };
    const isRight = now.getTime() - before.getTime() <= LEAP;
    // A clock that went too far back does not leap when it is set again.
    if (isRight)
      return { times: { at: latest(before, now), before: null, leaptAt: null, heldUntil: null }, event: 'back' };
    return { times: { at: now, before, leaptAt: now, heldUntil: heldUntil && hold }, event: 'back' };
  }
  if (now.getTime() - at.getTime() > LEAP) {
    const isAgain = before && leaptAt && heldUntil;
    const leap = isAgain ? { before, leaptAt } : { before: at, leaptAt: now };
    return { times: { ...leap, at: now, heldUntil: hold }, event: 'leapt' };
  }
  const times = { ...known, at: latest(at, now) };
  if (!heldUntil) return { times };
  if (heldUntil <= now) return { times: { ...times, heldUntil: null }, event: 'over' };
  return { times: { ...times, heldUntil: heldUntil > hold ? hold : heldUntil } };
}

function latest(one: Date, other: Date): Date {
  return one > other ? one : other;
}
