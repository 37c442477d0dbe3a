// SPDX-License-Identifier: EUPL-1.2
import { ConflictError, type SchoolDatabase } from '@volee/core-adapter';
import { BilanRow } from '../../store/bilan.entity.js';
import type { OpenedPeriod } from './open-bilans.js';

/**
 * Closes a period that was opened by mistake: its empty bilans go, as long as nobody has written in one of them. Where somebody writes in
 * one meanwhile, all of them stay.
 * @returns whether the period has no bilans any more
 */
export async function closePeriod(db: SchoolDatabase, { year, period }: OpenedPeriod): Promise<boolean> {
  const bilans = db.repository(BilanRow);
  const where = { year, period, kind: 'periodic' } as const;
  try {
    await db.transaction(async () => {
      await bilans.delete({ ...where, state: 'draft', revision: 1 });
      if ((await bilans.count({ where })) > 0)
        throw new ConflictError('Somebody has written in a bilan of this period.');
    });
  } catch (error) {
    if (error instanceof ConflictError) return false;
    throw error;
  }
  return true;
}
