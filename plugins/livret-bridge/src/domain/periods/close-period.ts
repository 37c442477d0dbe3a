// SPDX-License-Identifier: EUPL-1.2
import { Not, type FindOptionsWhere } from 'typeorm';
import type { SchoolDatabase } from '@volee/core-adapter';
import { BilanRow } from '../../store/bilan.entity.js';
import type { OpenedPeriod } from './open-bilans.js';

/**
 * Closes a period that was opened by mistake: its empty bilans go, as long as nobody has written in one of them. A bilan that somebody
 * wrote in meanwhile has another revision, and stays.
 * @returns whether the period has no bilans any more
 */
export async function closePeriod(db: SchoolDatabase, { year, period }: OpenedPeriod): Promise<boolean> {
  const bilans = db.repository(BilanRow);
  const where: FindOptionsWhere<BilanRow> = { year, period, kind: 'periodic' };
  const begun = await bilans.count({
    where: [
      { ...where, revision: Not(1) },
      { ...where, state: Not('draft' as const) },
    ],
  });
  if (begun > 0) return false;
  await bilans.delete({ ...where, state: 'draft', revision: 1 });
  return (await bilans.count({ where })) === 0;
}
