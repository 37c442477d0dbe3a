// SPDX-License-Identifier: EUPL-1.2
import type { SchoolDatabase } from '@volee/core-adapter';
import { cataloguesOfCopies, levelsInBilans } from '../../store/used.query.js';

/** The ids of the catalogues with which bilans of a school, and copies in it, were written, and the levels of these bilans. */
export async function usedInBilans(
  db: Pick<SchoolDatabase, 'query'>,
): Promise<{ readonly catalogues: readonly string[]; readonly levels: readonly string[] }> {
  const [own, copies] = [await db.query(levelsInBilans, {}), await db.query(cataloguesOfCopies, {})];
  return {
    catalogues: [...new Set([...own, ...copies].map(({ catalogue }) => catalogue))],
    levels: [...new Set(own.flatMap(({ level }) => level ?? []))],
  };
}
