// SPDX-License-Identifier: EUPL-1.2
import { dayOf } from '../../../api/day.js';

/** The month that starts a school year, on its first day: August. */
const FIRST_MONTH = 8;

/** Until the end of September classes are still being made: four weeks after lessons have begun in metropolitan France. */
const LAST_MONTH_OF_BEGINNING = 9;

/**
 * The school year in which an instant falls, named by the calendar year in which it starts: 2025 from 1 August 2025, midnight
 * in the time zone (IANA name), until 31 July 2026.
 */
export function schoolYearOf(instant: Date, timeZone: string): number {
  const { year, month } = monthOf(instant, timeZone);
  return month >= FIRST_MONTH ? year : year - 1;
}

/** Whether an instant falls in the first weeks of a school year, August and September in the time zone (IANA name). */
export function isBeginningOfYear(instant: Date, timeZone: string): boolean {
  const { month } = monthOf(instant, timeZone);
  return month >= FIRST_MONTH && month <= LAST_MONTH_OF_BEGINNING;
}

/** In every time zone, days begin and clocks change at a full quarter of an hour. */
const QUARTER_MS = 900_000;

interface Month {
  readonly year: number;
  readonly month: number;
}

/** The last answer for each time zone: each request asks several times. */
const lastMonths = new Map<string, Month & { readonly quarter: number }>();

function monthOf(instant: Date, timeZone: string): Month {
  const quarter = Math.floor(instant.getTime() / QUARTER_MS);
  const last = lastMonths.get(timeZone);
  if (last?.quarter === quarter) return last;
  const [year = NaN, month = NaN] = dayOf(instant, timeZone).split('-').map(Number);
  const answer = { quarter, year, month };
  lastMonths.set(timeZone, answer);
  return answer;
}
