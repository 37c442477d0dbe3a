// SPDX-License-Identifier: EUPL-1.2
import { dateFormat } from '../../infra/i18n/date-format.js';

/** The month that starts a school year, on its first day: August. */
const FIRST_MONTH = 8;

/**
 * The school year in which an instant falls, named by the calendar year in which it starts: 2025 from 1 August 2025, midnight
 * in the time zone (IANA name), until 31 July 2026.
 */
export function schoolYearOf(instant: Date, timeZone: string): number {
  const parts = new Map(
    dateFormat('en-GB', { timeZone, calendar: 'gregory', year: 'numeric', month: 'numeric' })
      .formatToParts(instant)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const year = parts.get('year') ?? NaN;
  return (parts.get('month') ?? NaN) >= FIRST_MONTH ? year : year - 1;
}
