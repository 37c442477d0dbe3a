// SPDX-License-Identifier: EUPL-1.2
import { startOfDay, type SchoolWork } from '@volee/core-adapter';

/** The school year that ends, in the two months in which its bilans can still be published. */
export interface ClosingYear {
  readonly year: number;
  /** Whether it has ended: in August nobody writes or unlocks its bilans any more. */
  readonly isOver: boolean;
}

/** The school year that ends: in July the current one, in August the one before; undefined in other months. */
export function closingYear({ clock, schoolYear }: Pick<SchoolWork, 'clock' | 'schoolYear'>): ClosingYear | undefined {
  const month = clock.today().slice(5, 7);
  if (month === '07') return { year: schoolYear, isOver: false };
  return month === '08' ? { year: schoolYear - 1, isOver: true } : undefined;
}

/** The end of 31 August: from then on nothing of the school year before it is published. */
export function publishedUntil(year: number, timeZone: string): Date {
  return startOfDay(`${String(year + 1)}-09-01`, timeZone);
}
