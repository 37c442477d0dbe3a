// SPDX-License-Identifier: EUPL-1.2
import { tzOffset } from '@date-fns/tz';

const MINUTE = 60_000;
const DAY = 86_400_000;

/**
 * The first instant of a day, written `YYYY-MM-DD`, in a time zone (IANA name). Not always midnight, and not always 24 hours
 * after the day before: clocks change. Undefined when there is no such day.
 */
export function startOfDay(day: string, timeZone: string): Date | undefined {
  const midnight = midnightUtc(day);
  if (midnight === undefined) return undefined;
  const offsets = [midnight - DAY, midnight + DAY].map((instant) => tzOffset(timeZone, new Date(instant)));
  const start = offsets
    .map((offset) => midnight - offset * MINUTE)
    .sort((one, other) => one - other)
    .find((instant) => dayOf(new Date(instant), timeZone) === day && dayOf(new Date(instant - 1), timeZone) !== day);
  return start === undefined ? undefined : new Date(start);
}

/** The calendar day after one written `YYYY-MM-DD`; of what is no day, itself. */
export function dayAfter(day: string): string {
  const midnight = midnightUtc(day);
  return midnight === undefined ? day : isoDay(midnight + DAY);
}

/** The calendar day on which an instant falls in a time zone, as `YYYY-MM-DD`. */
export function dayOf(instant: Date, timeZone: string): string {
  return isoDay(instant.getTime() + tzOffset(timeZone, instant) * MINUTE);
}

/** `Date` reads 30 February as 2 March: only what is written back as it was read is a day. */
function midnightUtc(day: string): number | undefined {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : NaN;
  return !Number.isNaN(time) && isoDay(time) === day ? time : undefined;
}

function isoDay(time: number): string {
  return new Date(time).toISOString().split('T')[0] ?? '';
}

/** Whether it was today or yesterday, in the time zone of a school: such a moment is told with its hour. */
export function isRecent(instant: Date, timeZone: string, now: Date): boolean {
  return dayAfter(dayOf(instant, timeZone)) >= dayOf(now, timeZone);
}
