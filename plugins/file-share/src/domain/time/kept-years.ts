// SPDX-License-Identifier: EUPL-1.2
import { dayOf } from '@volee/core-adapter';
import type { Settings } from '../../settings.js';

/** The first day of a school year. */
const FIRST_DAY = '08-01';
/** No term that ends in summer ends before 15 October, for anyone (ADR 113). */
const LAST_DAY = '10-14';
/** The first day of the summer, in which nothing is deleted by its year. */
const FIRST_DAY_OF_SUMMER = '06-15';

/** The last school years of which something is deleted now. */
export interface LastYears {
  /** The last year for parts of works: what pupils handed in and what came back. */
  readonly parts: number;
  /** The last year for whole spaces: nobody reads the groups of these years any more. */
  readonly spaces: number;
}

interface Calendar {
  readonly now: Date;
  /** The current school year: 2026 from 1 August 2026. */
  readonly schoolYear: number;
  readonly zone: string;
}

/** The last day of a school year, as `YYYY-MM-DD`: works of its classes can be handed in until then. */
export function lastDayOfYear(year: number): string {
  return `${year + 1}-07-31`;
}

/** The last day on which the parts of works of a school year are kept, as `YYYY-MM-DD`. */
export function lastDayOfParts(keepWorks: Settings['keepWorks'], year: number): string {
  return `${year + (keepWorks === 'summer' ? 1 : 2)}-${LAST_DAY}`;
}

export function lastDayOfSpaces(year: number): string {
  return `${year + 2}-${LAST_DAY}`;
}

/** From 1 August to 14 October nothing is deleted of what has ended with the school year. */
export function lastYears(keepWorks: Settings['keepWorks'], { now, schoolYear, zone }: Calendar): LastYears {
  const day = dayOf(now, zone).slice('YYYY-'.length);
  const isWaiting = day >= FIRST_DAY && day <= LAST_DAY;
  const ended = isWaiting ? schoolYear - 2 : schoolYear - 1;
  return { parts: keepWorks === 'summer' ? ended : ended - 1, spaces: ended - 1 };
}

/** Whether nothing is deleted by its year now, whatever the term is: a term that gets shorter in summer waits as well. */
export function isInSummer({ now, zone }: Pick<Calendar, 'now' | 'zone'>): boolean {
  const day = dayOf(now, zone).slice('YYYY-'.length);
  return day >= FIRST_DAY_OF_SUMMER && day <= LAST_DAY;
}
