// SPDX-License-Identifier: EUPL-1.2
import { tzOffset } from '@date-fns/tz';
import { InputError } from './errors.js';

/**
 * A calendar day without a time and without a time zone, written `2026-12-01`, as a field of a form and a column hold it. Texts of days
 * compare in the order of the calendar. Check a text from outside with `isDay`; functions throw an {@link InputError} for a text that is
 * not a day.
 * @stable
 */
export type Day = string;

const MINUTE = 60_000;
const DAY = 86_400_000;
const DAYS_OF_WEEK = 7;

/** Whether a text is a day of the calendar. `2026-02-30` and `01/12/2026` are not. @stable */
export function isDay(text: string): boolean {
  return midnightUtc(text) !== undefined;
}

/** Whether a text is a time of a day, `08:30`, as a field of a form holds it. @stable */
export function isTime(text: string): boolean {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(text);
}

/**
 * The day that comes a number of days after another one, or before it when the number is negative.
 * @throws InputError when the day does not exist, or the result is beyond the year 9999
 * @stable
 */
export function addDays(day: Day, days: number): Day {
  const other = isoDay(timeOfDay(day) + days * DAY);
  if (!isDay(other)) throw new InputError(`There is no day ${days} days after "${day}".`);
  return other;
}

/**
 * The number of days from one day to another, negative when the other is earlier.
 * @throws InputError when a day does not exist
 * @stable
 */
export function daysBetween(from: Day, to: Day): number {
  return (timeOfDay(to) - timeOfDay(from)) / DAY;
}

/**
 * The number of the day in its week, from 1 (Monday) to 7 (Sunday), as ISO 8601 counts.
 * @throws InputError when the day does not exist
 * @stable
 */
export function weekdayOf(day: Day): number {
  return new Date(timeOfDay(day)).getUTCDay() || DAYS_OF_WEEK;
}

/**
 * The Monday of the week of a day.
 * @throws InputError when the day does not exist
 * @stable
 */
export function mondayOf(day: Day): Day {
  return addDays(day, 1 - weekdayOf(day));
}

/**
 * The day of an instant in a time zone.
 * @param timeZone an IANA name, such as that of a school
 * @stable
 */
export function dayOf(instant: Date, timeZone: string): Day {
  return isoDay(shownAt(instant, timeZone));
}

/** The time that clocks show at an instant in a time zone: `14:02`. @stable */
export function timeOf(instant: Date, timeZone: string): string {
  return new Date(shownAt(instant, timeZone)).toISOString().slice(11, 16);
}

/**
 * The first instant of a day in a time zone. Because of clock changes, it is not always midnight, nor always 24 hours after the start of
 * the day before. The end of a day is the start of the next one.
 * @throws InputError when the day does not exist, in the calendar or there: Apia left out 2011-12-30
 * @stable
 */
export function startOfDay(day: Day, timeZone: string): Date {
  const start = instantsOf(timeOfDay(day), timeZone)
    .sort((one, other) => one.getTime() - other.getTime())
    .find((one) => dayOf(one, timeZone) === day && dayOf(new Date(one.getTime() - 1), timeZone) !== day);
  if (!start) throw new InputError(`"${day}" is not a day in ${timeZone}.`);
  return start;
}

/**
 * The instant at which clocks in a time zone show a time of a day. When a time comes twice, in the night in which summer time ends, the
 * second one counts: a deadline takes nothing away from anybody, and a rest lasts as long as promised (ADR 95). When clocks skip a time in
 * March, the instant is the one at which they would have shown it: 02:30 is 03:30 of summer time.
 * @param time `HH:MM` or `HH:MM:SS`
 * @throws InputError when the day or the time does not exist
 * @stable
 */
export function instantOf(day: Day, time: string, timeZone: string): Date {
  if (!isTime(time.replace(/(?<=:\d\d):[0-5]\d$/, '')))
    throw new InputError(`"${time}" is not a time of a day.`, { remedy: 'Write it as 08:30.' });
  const shown = timeOfDay(day) + Date.parse(`1970-01-01T${time}Z`);
  const [before, after] = instantsOf(shown, timeZone);
  return [after, before].find((instant) => shownAt(instant, timeZone) === shown) ?? before;
}

/** The instants at which clocks show a time, first with the offset of the day before and then with the offset of the day after. */
function instantsOf(shown: number, timeZone: string): [Date, Date] {
  const byOffsetAt = (near: number): Date => new Date(shown - tzOffset(timeZone, new Date(near)) * MINUTE);
  return [byOffsetAt(shown - DAY), byOffsetAt(shown + DAY)];
}

function shownAt(instant: Date, timeZone: string): number {
  return instant.getTime() + tzOffset(timeZone, instant) * MINUTE;
}

function timeOfDay(day: Day): number {
  const time = midnightUtc(day);
  if (time === undefined)
    throw new InputError(`"${day}" is not a day.`, { remedy: 'Write a day of the calendar as 2026-11-30.' });
  return time;
}

/** `Date` reads 30 February as 2 March. A text is a day only if the date that was read is written as the same text. */
function midnightUtc(text: string): number | undefined {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : NaN;
  return !Number.isNaN(time) && isoDay(time) === text ? time : undefined;
}

function isoDay(time: number): string {
  return new Date(time).toISOString().split('T')[0] ?? '';
}
