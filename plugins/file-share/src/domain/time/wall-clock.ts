// SPDX-License-Identifier: EUPL-1.2
import { tzOffset } from '@date-fns/tz';

const MINUTE = 60_000;
const DAY = 86_400_000;

/** The calendar day of an instant in a time zone, as `YYYY-MM-DD`. */
export function dayOf(instant: Date, zone: string): string {
  return shownAt(instant, zone).slice(0, 10);
}

/** The time that clocks show at an instant, as `HH:MM`. */
export function timeOf(instant: Date, zone: string): string {
  return shownAt(instant, zone).slice(11, 16);
}

/** The calendar day some days after another. */
export function daysAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10);
}

/** The day itself, or the Monday after it when it is a Saturday or a Sunday. */
export function offWeekend(day: string): string {
  const weekday = new Date(Date.parse(day)).getUTCDay();
  return daysAfter(day, weekday === 6 ? 2 : weekday === 0 ? 1 : 0);
}

/** The calendar days from one to another: negative when the other is earlier. */
export function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / DAY;
}

/** Whether a text is a calendar day, as fields of forms send it. */
export function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(`${text}T00:00Z`).toJSON()?.slice(0, 10) === text;
}

/** Whether a text is a time of a day, as fields of forms send it. */
export function isTime(text: string): boolean {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(text);
}

/**
 * The instant at which clocks show a time of a day. Of a time that comes twice, in the night in which summer time ends, the second one:
 * nobody loses an hour. Of a time that clocks jump over, the instant at which they would have shown it.
 * @param time `HH:MM` or `HH:MM:SS`
 */
export function instantOf(day: string, time: string, zone: string): Date {
  const shown = Date.parse(`${day}T${time}Z`);
  const atOffsetOf = (near: number): Date => new Date(shown - tzOffset(zone, new Date(near)) * MINUTE);
  const [before, after] = [atOffsetOf(shown - DAY), atOffsetOf(shown + DAY)];
  return [after, before].find((instant) => instant.getTime() + tzOffset(zone, instant) * MINUTE === shown) ?? before;
}

function shownAt(instant: Date, zone: string): string {
  return new Date(instant.getTime() + tzOffset(zone, instant) * MINUTE).toISOString();
}
