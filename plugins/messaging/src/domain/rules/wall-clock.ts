// SPDX-License-Identifier: EUPL-1.2
import { tzOffset } from '@date-fns/tz';

const MINUTE = 60_000;
const DAY = 86_400_000;

/** The calendar day of an instant in a time zone, as `YYYY-MM-DD`. */
export function dayOf(instant: Date, zone: string): string {
  return isoDay(instant.getTime() + tzOffset(zone, instant) * MINUTE);
}

/** The calendar day after one. */
export function dayAfter(day: string): string {
  return isoDay(Date.parse(day) + DAY);
}

/** The day of the week, from 1 (Monday) to 7 (Sunday). */
export function weekdayOf(day: string): number {
  return new Date(day).getUTCDay() || 7;
}

/** The minutes since midnight of a time written `HH:MM`. */
export function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}

/**
 * The instant at which clocks show a time of a day, in minutes since midnight. Of a time that comes twice, the first one. Of a time that
 * clocks jump over, the instant at which they would have shown it, as `Temporal` does by default.
 */
export function instantOf(day: string, minutes: number, zone: string): Date {
  const shown = Date.parse(day) + minutes * MINUTE;
  const atOffsetOf = (near: number): Date => new Date(shown - tzOffset(zone, new Date(near)) * MINUTE);
  const [before, after] = [atOffsetOf(shown - DAY), atOffsetOf(shown + DAY)];
  return [before, after].find((instant) => instant.getTime() + tzOffset(zone, instant) * MINUTE === shown) ?? before;
}

function isoDay(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
