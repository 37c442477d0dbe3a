// SPDX-License-Identifier: EUPL-1.2
import { In } from 'typeorm';
import { bilanScope } from '../bilan/bilan-scope.js';
import type { LivretRequest } from '../brick-types.js';
import { BilanRow } from '../store/bilan.entity.js';

/** As many as one form carries; the page shows the others once these are published. */
const MOST = 200;

/** The signed bilans of a school year that are not published, by period. */
export async function readLate(
  year: number,
  { db, access }: Pick<LivretRequest, 'db' | 'access'>,
): Promise<BilanRow[]> {
  const rows = await db.repository(BilanRow).find({
    where: { year, kind: 'periodic', state: In(['signed', 'visa']) },
    order: { period: 'ASC', id: 'ASC' },
    take: MOST,
  });
  const scoped = rows.map((row) => ({ row, ...bilanScope(row) }));
  return (await access.filter('visa', scoped)).map(({ row }) => row);
}
