// SPDX-License-Identifier: EUPL-1.2
import { ConflictError } from '@volee/core-adapter';
import { In } from 'typeorm';
import type { LivretRequest } from '../brick-types.js';
import { BilanRow } from '../store/bilan.entity.js';
import { ClassRow } from '../store/class.entity.js';
import { PeriodRow, type Rhythm } from '../store/period.entity.js';
import { periodsOf } from './current-period.js';
import { periodRows } from './ensure-periods.js';
import { isBegun } from './is-begun.js';
import type { PeriodDays } from './proposed-periods.js';

/**
 * Writes the periods of this school year. Another rhythm replaces all of them, as long as nobody has begun to write (`isBegun`); empty drafts go
 * with the periods that they were of.
 * @throws ConflictError when somebody wrote a bilan of the year and the rhythm is another one
 */
export async function savePeriods(
  rhythm: Rhythm,
  days: readonly PeriodDays[],
  { db, audit, schoolYear: year }: Pick<LivretRequest, 'db' | 'audit' | 'schoolYear'>,
): Promise<void> {
  const periods = db.repository(PeriodRow);
  const subject = { year, rhythm };
  await audit('livret.periods', subject, async () => {
    const there = await periodsOf(db, year);
    const isOther = there.some((one) => one.rhythm !== rhythm);
    if (isOther) {
      if (await isBegun(db, year)) throw new ConflictError('Bilans of the year are written by another rhythm.');
      await db.repository(BilanRow).delete({ year });
      await db.repository(ClassRow).delete({ year });
      await periods.delete({ id: In(there.map(({ id }) => id)) });
    }
    const kept = new Set(isOther ? [] : there.map(({ period }) => period));
    for (const one of days.filter(({ period }) => kept.has(period)))
      await periods.update({ year, period: one.period }, one);
    await periods.insert(periodRows(year, rhythm, days).filter(({ period }) => !kept.has(period)));
    return { subject, result: undefined };
  });
}
