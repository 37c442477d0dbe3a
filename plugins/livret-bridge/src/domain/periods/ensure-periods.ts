// SPDX-License-Identifier: EUPL-1.2
import { ConflictError, type SchoolDatabase } from '@volee/core-adapter';
import { PeriodRow, type Rhythm } from '../../store/period.entity.js';
import { periodsOf } from './current-period.js';
import { DEFAULT_RHYTHM, proposedPeriods, type PeriodDays } from './proposed-periods.js';

export function periodRows(
  year: number,
  rhythm: Rhythm,
  days: readonly PeriodDays[],
): Omit<PeriodRow, 'id' | 'school'>[] {
  return days.map((one) => ({ ...one, year, rhythm, count: days.length, publishAt: null }));
}

/**
 * The periods of a school year, which are made as proposed when there are none: the first person who begins to write decides nothing else.
 * Call it outside of a transaction, so that two people who begin at once read the same rows.
 */
export async function ensurePeriods(db: SchoolDatabase, year: number): Promise<PeriodRow[]> {
  const there = await periodsOf(db, year);
  if (there.length > 0) return there;
  try {
    const rows = periodRows(year, DEFAULT_RHYTHM, proposedPeriods(year, DEFAULT_RHYTHM));
    return await db.repository(PeriodRow).insert(rows);
  } catch (error) {
    if (!(error instanceof ConflictError)) throw error;
    return periodsOf(db, year);
  }
}
