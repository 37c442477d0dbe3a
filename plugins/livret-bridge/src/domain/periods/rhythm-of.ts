// SPDX-License-Identifier: EUPL-1.2
import type { SchoolDatabase } from '@volee/core-adapter';
import { PeriodRow } from '../../store/period.entity.js';

/** The rhythm by which the school calls the period of a bilan. */
export async function rhythmOf(
  { year, period }: Pick<PeriodRow, 'year' | 'period'>,
  db: SchoolDatabase,
): Promise<PeriodRow['rhythm'] | undefined> {
  return (await db.repository(PeriodRow).findOne({ where: { year, period } }))?.rhythm;
}
