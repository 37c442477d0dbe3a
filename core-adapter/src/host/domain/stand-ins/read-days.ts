// SPDX-License-Identifier: EUPL-1.2
import type { School } from '../../../api/people.js';
import { dayOf } from '../../../api/day.js';
import { spanOfDay } from '../../infra/i18n/span-of-day.js';
import { schoolYearOf } from '../directory/school-year.js';
import type { StandInField, StandInProblem } from './stand-in-problems.js';

/** Days as a form gives them: `YYYY-MM-DD` in the time zone of the school. */
export interface DaysInWords {
  /** The first day; empty: today. */
  readonly from: string;
  /** The last day, included. */
  readonly until: string;
}

/** `from` is included, `until` excluded. */
export interface Days {
  readonly from: Date;
  readonly until: Date;
}

/** The last day of a school year, without the year. */
const LAST_DAY = '07-31';

/** Reads the days of a replacement, which must lie between today and the end of the school year. Problems are added to the list. */
export function readDays(
  { from, until }: DaysInWords,
  { timeZone }: Pick<School, 'timeZone'>,
  now: Date,
  problems: StandInProblem[],
): Days | undefined {
  const today = dayOf(now, timeZone);
  const lastDay = `${schoolYearOf(now, timeZone) + 1}-${LAST_DAY}`;
  const wrong = (field: StandInField, fault: StandInProblem['fault'], sentence: string): undefined => {
    problems.push({ field, fault, sentence });
    return undefined;
  };
  const first = from === '' ? today : from;
  const start = spanOfDay(first, timeZone)?.from;
  const end = spanOfDay(until, timeZone)?.until;
  if (!start) wrong('from', 'notADate', `"${first}" is not a day.`);
  else if (first < today) wrong('from', 'past', `${first} is over: today is ${today}.`);
  else if (first > lastDay) wrong('from', 'afterYear', `${first} is after the school year, which ends on ${lastDay}.`);
  if (until === '') return wrong('until', 'noUntil', 'The last day is missing.');
  if (!end) return wrong('until', 'notADate', `"${until}" is not a day.`);
  if (until < today) return wrong('until', 'past', `${until} is over: today is ${today}.`);
  if (until > lastDay)
    return wrong('until', 'afterYear', `${until} is after the school year, which ends on ${lastDay}.`);
  if (start && until < first)
    return wrong('until', 'crossed', `The last day, ${until}, is before the first, ${first}.`);
  return start && { from: start > now ? start : now, until: end };
}
