// SPDX-License-Identifier: EUPL-1.2
import { dayOf, startOfDay } from '@volee/core-adapter';
import type { KeptFor } from '../policy/decisions.js';

const DAY = 86_400_000;
/** Nothing is deleted by its age in these days: what is past its term then is kept until the last one, for everyone (ADR 113). */
const SUMMER = { first: '06-15', last: '10-14' } as const;

/** The school and the instant of a question. */
interface Calendar {
  readonly now: Date;
  /** The current school year: 2026 from 1 August 2026. */
  readonly schoolYear: number;
  readonly zone: string;
}

/** The instant before which messages that arrived are no longer kept. */
export function keptSince(keptFor: KeptFor, { now, schoolYear, zone }: Calendar): Date {
  switch (keptFor) {
    case 'next-year':
      return beginOfYear(schoolYear - 1, zone);
    case 'school-year':
      return beginOfYear(schoolYear, zone);
    case 'six-months':
      return monthsBefore(now, 6);
    case 'three-months':
      return monthsBefore(now, 3);
  }
}

/**
 * An instant of the last day on which a message that arrived at an instant is kept, as the school decides now. In summer, one that is past
 * its term waits as well: the term may have been shortened.
 */
export function keptUntil(keptFor: KeptFor, arrivedAt: Date, { now, zone }: Omit<Calendar, 'schoolYear'>): Date {
  const end = endOf(keptFor, arrivedAt, zone);
  const [day, today] = [dayOf(end, zone), dayOf(now, zone)];
  if (day < today && isInSummer(today)) return startOfDay(`${yearOf(today)}-${SUMMER.last}`, zone);
  return isInSummer(day) ? startOfDay(`${yearOf(day)}-${SUMMER.last}`, zone) : new Date(end.getTime() - DAY);
}

/** Whether messages wait on a day (`YYYY-MM-DD`), although their term is over. */
export function isInSummer(day: string): boolean {
  const monthAndDay = day.slice('YYYY-'.length);
  return monthAndDay >= SUMMER.first && monthAndDay <= SUMMER.last;
}

/** The instant at which the term of a message ends by itself. */
function endOf(keptFor: KeptFor, arrivedAt: Date, zone: string): Date {
  const [year = 0, month = 0] = dayOf(arrivedAt, zone).split('-').map(Number);
  const schoolYear = month >= 8 ? year : year - 1;
  switch (keptFor) {
    case 'next-year':
      return beginOfYear(schoolYear + 2, zone);
    case 'school-year':
      return beginOfYear(schoolYear + 1, zone);
    case 'six-months':
      return monthsBefore(arrivedAt, -6);
    case 'three-months':
      return monthsBefore(arrivedAt, -3);
  }
}

function yearOf(day: string): number {
  return Number(day.slice(0, 'YYYY'.length));
}

function beginOfYear(year: number, zone: string): Date {
  return startOfDay(`${year}-08-01`, zone);
}

/** The same day of an earlier month, or its last day where it is shorter. */
function monthsBefore(now: Date, months: number): Date {
  const then = new Date(now);
  then.setUTCMonth(then.getUTCMonth() - months);
  if (then.getUTCDate() !== now.getUTCDate()) then.setUTCDate(0);
  return then;
}
