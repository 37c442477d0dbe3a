// SPDX-License-Identifier: EUPL-1.2
import type { PeriodRow, Rhythm } from '../../store/period.entity.js';

/** The days of one period, as `2026-12-04`. */
export type PeriodDays = Pick<PeriodRow, 'period' | 'startsOn' | 'endsOn' | 'dueOn'>;

export const RHYTHMS = ['T', 'S', 'P5'] as const satisfies readonly Rhythm[];
/** The rhythm of a school in which the head has chosen none. */
export const DEFAULT_RHYTHM: Rhythm = 'T';

/** The first and the last day of each period; those from January on are of the next calendar year. */
const DAYS: Readonly<Record<Rhythm, readonly (readonly [start: string, end: string])[]>> = {
  T: [
    ['09-01', '12-04'],
    ['12-05', '03-14'],
    ['03-15', '07-04'],
  ],
  S: [
    ['09-01', '01-31'],
    ['02-01', '07-04'],
  ],
  P5: [
    ['09-01', '10-18'],
    ['10-19', '12-20'],
    ['12-21', '02-21'],
    ['02-22', '04-18'],
    ['04-19', '07-04'],
  ],
};

/**
 * The periods that a head is offered for a school year, and that a school has until a head chooses others. Holidays differ by zone and
 * year.
 */
export function proposedPeriods(year: number, rhythm: Rhythm): readonly PeriodDays[] {
  const day = (written: string): string => `${String(written >= '08' ? year : year + 1)}-${written}`;
  return DAYS[rhythm].map(([start, end], index) => ({
    ...{ period: index + 1, startsOn: day(start), endsOn: day(end), dueOn: day(end) },
  }));
}
