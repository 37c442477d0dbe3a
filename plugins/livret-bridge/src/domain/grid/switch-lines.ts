// SPDX-License-Identifier: EUPL-1.2
import { ConflictError, type SchoolDatabase } from '@volee/core-adapter';
import { ClassRow } from '../../store/class.entity.js';
import { classLines } from './class-lines.js';
import type { ClassGrid } from './read-grid.js';

/** The length of the column. */
const LONGEST = 400;

/**
 * Stores the lines that a class does not fill in during a period: those of its catalogues that are not on. While nobody has the catalogue
 * of one of its bilans, other codes in the row stay, since they may be of that catalogue.
 * @returns whether all of them could be kept
 */
export async function switchLines(
  { db }: { readonly db: SchoolDatabase },
  grid: ClassGrid,
  on: readonly string[],
): Promise<boolean> {
  const { period, year } = grid.period;
  const place = { groupId: grid.group.id, period };
  const codes = classLines(grid).map(({ code }) => code);
  const isLost = grid.pupils.some(({ bilan }) => !grid.catalogues.find(bilan.catalogue));
  const others = isLost ? (grid.off.get(grid.group.id) ?? []).filter((code) => !codes.includes(code)) : [];
  const offLines = [...codes.filter((code) => !on.includes(code)), ...others].join(' ');
  if (offLines.length > LONGEST) return false;
  const rows = db.repository(ClassRow);
  if ((await rows.count({ where: place })) === 0) {
    try {
      await rows.insert([{ ...place, year, offLines }]);
      return true;
    } catch (error) {
      // Another teacher of the class was first.
      if (!(error instanceof ConflictError)) throw error;
    }
  }
  await rows.update(place, { offLines });
  return true;
}
