// SPDX-License-Identifier: EUPL-1.2
import type { QuietHours } from './policy.js';
import { dayAfter, dayOf, instantOf, minutesOf, weekdayOf } from './wall-clock.js';

const END_OF_DAY = 24 * 60;
const A_YEAR = 366;

/**
 * The first instant from `now` on that is not quiet: `now` itself, or the end of the night, the weekend or the holidays. Hours that
 * never end give an instant a year away, at which the message is judged again.
 */
export function nextDelivery(now: Date, hours: QuietHours): Date {
  return nextOpening(now, dayOf(now, hours.zone), hours, A_YEAR);
}

/** The end of the quiet hours in which an instant falls; undefined if it falls in none. */
export function quietUntil(now: Date, hours: QuietHours): Date | undefined {
  const next = nextDelivery(now, hours);
  return next > now ? next : undefined;
}

function nextOpening(now: Date, day: string, hours: QuietHours, daysLeft: number): Date {
  const at = (minutes: number): number => instantOf(day, minutes, hours.zone).getTime();
  if (daysLeft === 0) return new Date(at(0));
  const next = openTimes(day, hours).find(({ closes }) => now.getTime() < at(closes));
  if (next !== undefined) return new Date(Math.max(at(next.opens), now.getTime()));
  return nextOpening(now, dayAfter(day), hours, daysLeft - 1);
}

interface OpenTime {
  /** Minutes since midnight. */
  readonly opens: number;
  readonly closes: number;
}

/** The times of a day that are not quiet, in order. */
function openTimes(day: string, hours: QuietHours): OpenTime[] {
  const isQuietDay =
    hours.days.includes(weekdayOf(day)) || hours.dates.some(({ from, to }) => from <= day && day <= to);
  const [from, to] = [minutesOf(hours.from), minutesOf(hours.to)];
  const times =
    from > to
      ? [{ opens: to, closes: from }]
      : [
          { opens: 0, closes: from },
          { opens: to, closes: END_OF_DAY },
        ];
  return times.filter(({ opens, closes }) => !isQuietDay && opens < closes);
}
