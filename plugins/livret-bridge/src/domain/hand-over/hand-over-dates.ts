// SPDX-License-Identifier: EUPL-1.2
import { startOfDay } from '@volee/core-adapter';

/** A copy ends three years after the CM2 year began: with the cycle, and a year to repeat. */
const YEARS = 3;

/** When the copies of pupils of CM2 have to arrive, and when they end. */
export interface HandOverDates {
  readonly answerBy: Date;
  readonly until: Date;
}

/** The dates of the pupils who are in CM2 in a school year, midnight in the school's time zone. */
export function handOverDates(cm2Year: number, timeZone: string): HandOverDates {
  return {
    answerBy: startOfDay(`${String(cm2Year + 1)}-11-01`, timeZone),
    until: startOfDay(`${String(cm2Year + YEARS)}-08-01`, timeZone),
  };
}

/** The school year of the pupils who are handed over now: until 1 November, pupils of the year before may still be handed over. */
export function cm2YearAt(now: Date, schoolYear: number, timeZone: string): number {
  return now < handOverDates(schoolYear - 1, timeZone).answerBy ? schoolYear - 1 : schoolYear;
}

/**
 * The school year in which the pupil was in CM2, from the end of the copy. Midnight of 1 August is in July or August of
 * the same calendar year in every time zone.
 */
export function cm2YearOf({ until }: Pick<HandOverDates, 'until'>): number {
  return until.getUTCFullYear() - YEARS;
}
