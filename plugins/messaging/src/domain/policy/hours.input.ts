// SPDX-License-Identifier: EUPL-1.2
import { isTime } from '@volee/core-adapter';
import { z } from 'zod';
import type { MessagingKey } from '../../brick-types.js';
import type { StoredHours } from './decisions.js';
import type { TypedValues } from './typed-values.js';

/** The fields of quiet hours, as they are shown in a form. */
export interface HoursFields {
  readonly from: string;
  readonly to: string;
  /** 1 is Monday. */
  readonly days: readonly string[];
  readonly dates: readonly { readonly from: string; readonly to: string }[];
}

/** The hours that were typed or, without any, those in force. */
export interface Problem {
  readonly field: string;
  readonly text: MessagingKey;
}

export const MOST_DATES = 20;
export const DAYS = ['1', '2', '3', '4', '5', '6', '7'] as const;

const day = z.iso.date();

/** The hours that were typed; failing that, those in force. */
export function hoursFields(typed: TypedValues, inForce: StoredHours): HoursFields {
  if (typed.text('from') === undefined) return { ...inForce, days: inForce.days.map(String) };
  const ends = typed.list('dateTo');
  const dates = typed.list('dateFrom').map((from, index) => ({ from: from.trim(), to: (ends[index] ?? '').trim() }));
  return {
    from: typed.text('from') ?? '',
    to: typed.text('to') ?? '',
    days: DAYS.filter((one) => typed.list('day').includes(one)),
    dates: dates.filter(({ from, to }) => from !== '' || to !== ''),
  };
}

/** Reads the fields. */
export function readHours({ from, to, days, dates }: HoursFields): { hours: StoredHours; problems: Problem[] } {
  const problems: Problem[] = [
    ...(isTime(from) ? [] : [{ field: 'from', text: 'rules.problem.time' } as const]),
    ...(isTime(to) ? [] : [{ field: 'to', text: 'rules.problem.time' } as const]),
    ...(dates.every(isSpan) ? [] : [{ field: 'dates', text: 'rules.problem.dates' } as const]),
    ...(dates.length <= MOST_DATES ? [] : [{ field: 'dates', text: 'rules.problem.manyDates' } as const]),
  ];
  const sorted = dates
    .map((span) => ({ from: span.from, to: span.to }))
    .toSorted((one, other) => (one.from < other.from ? -1 : 1));
  return { hours: { from, to, days: days.map(Number), dates: sorted }, problems };
}

function isSpan({ from, to }: { readonly from: string; readonly to: string }): boolean {
  return day.safeParse(from).success && day.safeParse(to).success && from <= to;
}
