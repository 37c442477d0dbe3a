// SPDX-License-Identifier: EUPL-1.2
import { In } from 'typeorm';
import { bilanScope } from '../bilan/bilan-scope.js';
import type { LivretRequest } from '../../brick-types.js';
import { BilanRow } from '../../store/bilan.entity.js';
import { MOST_TICKS } from '../life/ticked.js';

/**
 * The signed bilans of a school year that are not published, by period: as many as one form carries, and the number of all. The page shows
 * the others once these are published.
 */
export async function readLate(
  year: number,
  { db, access }: Pick<LivretRequest, 'db' | 'access'>,
): Promise<{ readonly rows: readonly BilanRow[]; readonly total: number }> {
  const where = { year, kind: 'periodic', state: In(['signed', 'visa']) } as const;
  const found = await db.repository(BilanRow).find({
    where,
    order: { period: 'ASC', id: 'ASC' },
    take: MOST_TICKS,
  });
  const scoped = found.map((row) => ({ row, ...bilanScope(row) }));
  const rows = (await access.filter('visa', scoped)).map(({ row }) => row);
  const total = found.length < MOST_TICKS ? rows.length : await db.repository(BilanRow).count({ where });
  return { rows, total };
}
