// SPDX-License-Identifier: EUPL-1.2
import { dayOf, startOfDay } from '@volee/core-adapter';
import type { KeptFor } from '../policy/decisions.js';

const DAY = 86_400_000;

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

/** An instant of the last day on which a message that arrived at an instant is kept, as the school decides now. */
export function keptUntil(keptFor: KeptFor, arrivedAt: Date, zone: string): Date {
  const [year = 0, month = 0] = dayOf(arrivedAt, zone).split('-').map(Number);
  const schoolYear = month >= 8 ? year : year - 1;
  switch (keptFor) {
    case 'next-year':
      return dayBefore(beginOfYear(schoolYear + 2, zone));
    case 'school-year':
      return dayBefore(beginOfYear(schoolYear + 1, zone));
    case 'six-months':
      return dayBefore(monthsBefore(arrivedAt, -6));
    case 'three-months':
      return dayBefore(monthsBefore(arrivedAt, -3));
  }
}

function dayBefore(instant: Date): Date {
  return new Date(instant.getTime() - DAY);
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
