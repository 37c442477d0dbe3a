// SPDX-License-Identifier: EUPL-1.2
import type { ClockRow } from './clock.entity.js';

const DAY = 86_400_000;

/**
 * The difference that is still allowed between the clock and the latest known time: longer than school holidays except the summer, and
 * shorter than a month and than the days of a trash.
 */
export const LEAP = 21 * DAY;

/** The time for which deletions by age wait after a leap, by the clock that has leapt. */
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
  const believed = believedFrom(known, now);
  if (before && believed) {
    if (now < believed) return { times: known };
    const isRight = now.getTime() - before.getTime() <= LEAP;
    if (isRight) return { times: { at: now, before: null, leaptAt: null, heldUntil: null }, event: 'back' };
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

/** The time from which a clock that was set back before its leap is believed. Undefined: it shows no time before the leap. */
export function believedFrom({ at, before, leaptAt }: KnownTimes, now: Date): Date | undefined {
  if (!before || !leaptAt || now >= leaptAt) return undefined;
  return new Date(before.getTime() + passedIn({ at, leaptAt }));
}

/**
 * The time that has passed since the leap, in milliseconds. A clock that shows less since the time before it is wrong itself, and says
 * nothing about the leap: a machine without a battery starts at the same day each time. Of a clock that leapt again, nobody knows.
 */
function passedIn({ at, leaptAt }: { readonly at: Date; readonly leaptAt: Date }): number {
  const passed = at.getTime() - leaptAt.getTime();
  return passed < HOLD ? passed : 0;
}

function latest(one: Date, other: Date): Date {
  return one > other ? one : other;
}
