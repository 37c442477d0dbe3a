// SPDX-License-Identifier: EUPL-1.2
import { instantOf, type School } from '@volee/core-adapter';
import type { WorkRow } from '../../store/work.entity.js';
import { lastDayOfYear } from './kept-years.js';

/** « 23 h 59 » on the page, up to its last second. */
export const END_OF_DAY = '23:59:59';

/** The last instant at which pupils see a work of a school year among those of their class, and hand it in. */
export function endOfYear(year: number, { timeZone }: Pick<School, 'timeZone'>): Date {
  return instantOf(lastDayOfYear(year), END_OF_DAY, timeZone);
}

/** A work as pages show it to pupils, families and teachers: a day after its school year, which a teacher chose before the form refused it, counts as the last one of the year. */
export function dueInYear<W extends Pick<WorkRow, 'year' | 'dueAt' | 'lateUntil'>>(
  work: W,
  school: Pick<School, 'timeZone'>,
): W {
  const end = endOfYear(work.year, school);
  const inYear = (instant: Date | null): Date | null => (instant !== null && instant > end ? end : instant);
  return { ...work, dueAt: inYear(work.dueAt), lateUntil: inYear(work.lateUntil) };
}
