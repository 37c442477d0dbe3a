// SPDX-License-Identifier: EUPL-1.2
import { ConflictError, type SchoolDatabase } from '@volee/core-adapter';
import { In } from 'typeorm';
import type { LivretRequest } from '../../brick-types.js';
import { BilanRow } from '../../store/bilan.entity.js';
import { ClassRow } from '../../store/class.entity.js';
import { PeriodRow, type Rhythm } from '../../store/period.entity.js';
import { periodsOf } from './current-period.js';
import { periodRows } from './ensure-periods.js';
import { readUntouched } from './is-begun.js';
import type { PeriodDays } from './proposed-periods.js';

/**
 * Writes the periods of this school year. Another rhythm replaces all of them, as long as nobody has begun to write (`isBegun`); empty
 * drafts are deleted with their periods.
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
      await removeUntouched(db, year);
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

/**
 * Deletes the empty drafts of a school year by the revisions that were read: in a transaction, MariaDB may show a draft as it was
 * before somebody wrote in it.
 * @throws ConflictError when somebody has written in one, also meanwhile
 */
async function removeUntouched(db: SchoolDatabase, year: number): Promise<void> {
  const bilans = db.repository(BilanRow);
  const drafts = await readUntouched(db, year);
  if (drafts === undefined) throw new ConflictError('Bilans of the year are written by another rhythm.');
  let removed = 0;
  for (const revision of new Set(drafts.map((draft) => draft.revision))) {
    const ids = drafts.filter((draft) => draft.revision === revision).map(({ id }) => id);
    removed += await bilans.delete({ id: In(ids), revision });
  }
  if (removed < drafts.length) throw new ConflictError('Somebody has just begun to write by another rhythm.');
  // These drafts were opened meanwhile.
  await bilans.delete({ year, state: 'draft', revision: 1 });
}
