// SPDX-License-Identifier: EUPL-1.2
import { addDays, isDay } from '@volee/core-adapter';
import { z } from 'zod';
import type { LivretTexts } from '../../brick-types.js';
import { periodNumber } from '../../domain/life/period-number.js';
import type { Rhythm } from '../../store/period.entity.js';
import { proposedPeriods, RHYTHMS, type PeriodDays } from '../../domain/periods/proposed-periods.js';

export const DAY_FIELDS = ['startsOn', 'endsOn', 'dueOn'] as const;
type DayField = (typeof DAY_FIELDS)[number];

/** The form of the periods: the rhythm, three days for each period by names such as `startsOn2`, and the period to open, or to close again. */
export const periodFields = z
  .object({ rhythm: z.enum(RHYTHMS).optional(), open: periodNumber.optional(), close: periodNumber.optional() })
  .catchall(z.string().max(40));
export type PeriodFields = z.output<typeof periodFields>;

/** The sentence beside each wrong field, by its name. */
export type PeriodProblems = ReadonlyMap<string, string>;

/** The days as they were typed. A field that was not sent is empty. */
export function typedDays(fields: PeriodFields, year: number, rhythm: Rhythm): readonly PeriodDays[] {
  const typed = new Map(Object.entries(fields));
  const text = (name: string): string => String(typed.get(name) ?? '').trim();
  return proposedPeriods(year, rhythm).map(({ period }) => ({
    period,
    ...{ startsOn: text(nameOf('startsOn', period)), endsOn: text(nameOf('endsOn', period)) },
    dueOn: text(nameOf('dueOn', period)),
  }));
}

/**
 * The days with which a period goes on where the one before now ends: its first day was the day after, and only the end was typed anew.
 * @param shown the days that the form showed
 */
export function withNextDays(typed: readonly PeriodDays[], shown: readonly PeriodDays[]): readonly PeriodDays[] {
  return typed.map((one, index) => {
    const [before, after] = [typed[index - 1], shown[index]];
    const end = shown[index - 1]?.endsOn;
    if (!before || !after || end === undefined || before.endsOn === end || !isDay(before.endsOn)) return one;
    // The wrong day is the end that was typed: the sentence stands beside it, or beside this start.
    if (before.endsOn >= one.endsOn) return one;
    const isNext = after.startsOn === addDays(end, 1);
    return isNext && one.startsOn === after.startsOn ? { ...one, startsOn: addDays(before.endsOn, 1) } : one;
  });
}

export function nameOf(field: DayField, period: number): string {
  return `${field}${String(period)}`;
}

/** Finds days that do not exist or lie outside the school year, periods that end before they start, and periods that overlap. */
export function periodProblems(days: readonly PeriodDays[], year: number, t: LivretTexts): PeriodProblems {
  const [first, last] = [`${String(year)}-08-01`, `${String(year + 1)}-07-31`];
  const problems = new Map<string, string>();
  days.forEach((one, index) => {
    const { period, startsOn, endsOn, dueOn } = one;
    const before = days[index - 1];
    for (const field of DAY_FIELDS) {
      const day = one[field];
      if (!isDay(day)) problems.set(nameOf(field, period), t(day === '' ? 'year.noDay' : 'year.badDay'));
      else if (day < first || day > last)
        problems.set(nameOf(field, period), t('year.outside', { year, next: year + 1 }));
    }
    const isWrong = (field: DayField): boolean => problems.has(nameOf(field, period));
    if (!isWrong('endsOn') && !isWrong('startsOn') && endsOn < startsOn) {
      problems.set(nameOf('endsOn', period), t('year.endsFirst'));
    }
    if (!isWrong('startsOn') && before && isDay(before.endsOn) && startsOn <= before.endsOn) {
      problems.set(nameOf('startsOn', period), t('year.overlap'));
    }
    if (!isWrong('dueOn') && !isWrong('startsOn') && dueOn < startsOn) {
      problems.set(nameOf('dueOn', period), t('year.dueFirst'));
    }
  });
  return problems;
}
