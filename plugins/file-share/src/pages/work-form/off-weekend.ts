// SPDX-License-Identifier: EUPL-1.2
import { addDays, mondayOf, weekdayOf, type Day } from '@volee/core-adapter';

const FRIDAY = 5;

/** The day itself, or the Monday after it when it is a Saturday or a Sunday. */
export function offWeekend(day: Day): Day {
  return weekdayOf(day) > FRIDAY ? addDays(mondayOf(day), 7) : day;
}
