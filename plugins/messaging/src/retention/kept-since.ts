// SPDX-License-Identifier: EUPL-1.2
import type { KeptFor } from '../policy/decisions.js';
import { instantOf } from '../rules/wall-clock.js';

/** Where and when it is asked. */
interface Calendar {
  readonly now: Date;
  /** The school year of now: 2026 from 1 August 2026. */
  readonly schoolYear: number;
  readonly zone: string;
}

/** The instant before which what has arrived is no longer kept. */
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

function beginOfYear(year: number, zone: string): Date {
  return instantOf(`${year}-08-01`, 0, zone);
}

/** The same day of an earlier month, or its last day where it is shorter. */
function monthsBefore(now: Date, months: number): Date {
  const then = new Date(now);
  then.setUTCMonth(then.getUTCMonth() - months);
  if (then.getUTCDate() !== now.getUTCDate()) then.setUTCDate(0);
  return then;
}
