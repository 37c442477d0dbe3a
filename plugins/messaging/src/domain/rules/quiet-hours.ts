// SPDX-License-Identifier: EUPL-1.2
import { addDays, dayOf, instantOf, startOfDay, weekdayOf, type Day } from '@volee/core-adapter';
import type { QuietHours } from './policy.js';

/** The end of a day, in the order of times. */
const END_OF_DAY = '24:00';
const START_OF_DAY = '00:00';
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

function nextOpening(now: Date, day: Day, hours: QuietHours, daysLeft: number): Date {
  if (daysLeft === 0) return startOfDay(day, hours.zone);
  const at = (time: string): number =>
    (time === END_OF_DAY ? startOfDay(addDays(day, 1), hours.zone) : instantOf(day, time, hours.zone)).getTime();
  const next = openTimes(day, hours).find(({ closes }) => now.getTime() < at(closes));
  if (next !== undefined) return new Date(Math.max(at(next.opens), now.getTime()));
  return nextOpening(now, addDays(day, 1), hours, daysLeft - 1);
}

/** Times of a day as `HH:MM`. */
interface OpenTime {
  readonly opens: string;
  readonly closes: string;
}

/** The times of a day that are not quiet, in order. */
function openTimes(day: Day, hours: QuietHours): OpenTime[] {
  const isQuietDay =
    hours.days.includes(weekdayOf(day)) || hours.dates.some(({ from, to }) => from <= day && day <= to);
  const { from, to } = hours;
  const times =
    from > to
      ? [{ opens: to, closes: from }]
      : [
          { opens: START_OF_DAY, closes: from },
          { opens: to, closes: END_OF_DAY },
        ];
  return times.filter(({ opens, closes }) => !isQuietDay && opens < closes);
}
