// SPDX-License-Identifier: EUPL-1.2
import { addDays, dayOf, mondayOf, weekdayOf, type Day } from '@volee/core-adapter';
import type { StoredHours } from './decisions.js';

const MORNING = '08:00';
const DAYS_OF_YEAR = 366;

/**
 * The mornings at which a pause may end, as the form sends them (`2026-11-25T08:00`): that of the next school day, and that of the first
 * school day of the week after it.
 * @param hours the quiet hours of pupils: their whole days are no school days
 */
export function pauseEnds(hours: StoredHours, now: Date, zone: string): readonly string[] {
  const next = schoolDayFrom(addDays(dayOf(now, zone), 1), hours);
  const later = schoolDayFrom(addDays(mondayOf(next), 7), hours);
  return [next, later].map((day) => `${day}T${MORNING}`);
}

/** The day itself when no day of the year to come is a school day. */
function schoolDayFrom(first: Day, { days, dates }: StoredHours): Day {
  const isFree = (day: Day): boolean =>
    days.includes(weekdayOf(day)) || dates.some(({ from, to }) => from <= day && day <= to);
  for (let after = 0; after < DAYS_OF_YEAR; after += 1) {
    const day = addDays(first, after);
    if (!isFree(day)) return day;
  }
  return first;
}
