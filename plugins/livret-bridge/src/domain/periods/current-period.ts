// SPDX-License-Identifier: EUPL-1.2
import type { SchoolDatabase } from '@volee/core-adapter';
import { PeriodRow } from '../../store/period.entity.js';

/** The periods of a school year, in their order; empty while the head has chosen none. */
export function periodsOf(db: SchoolDatabase, year: number): Promise<PeriodRow[]> {
  return db.repository(PeriodRow).find({ where: { year }, order: { period: 'ASC' } });
}

/**
 * The period that a day belongs to: the last one that has begun, which lasts on over the holidays after it; the first one
 * before the year begins.
 * @param today as `2026-12-04`
 */
export function currentPeriod<P extends Pick<PeriodRow, 'startsOn'>>(
  periods: readonly P[],
  today: string,
): P | undefined {
  return periods.findLast(({ startsOn }) => startsOn <= today) ?? periods[0];
}
