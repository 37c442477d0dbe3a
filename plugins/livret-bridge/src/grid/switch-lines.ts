// SPDX-License-Identifier: EUPL-1.2
import { ConflictError, type SchoolDatabase } from '@volee/core-adapter';
import { ClassRow } from '../store/class.entity.js';
import { classLines } from './class-lines.js';
import type { ClassGrid } from './read-grid.js';

/**
 * Keeps which lines a class does not fill in during a period: those of its catalogues that are not on. What stands there of other catalogues,
 * such as one that nobody has now, stays.
 */
export async function switchLines(
  { db }: { readonly db: SchoolDatabase },
  grid: ClassGrid,
  on: readonly string[],
): Promise<void> {
  const { period, year } = grid.period;
  const place = { groupId: grid.group.id, period };
  const codes = classLines(grid).map(({ code }) => code);
  const others = (grid.off.get(grid.group.id) ?? []).filter((code) => !codes.includes(code));
  const offLines = [...codes.filter((code) => !on.includes(code)), ...others].join(' ');
  const rows = db.repository(ClassRow);
  if ((await rows.count({ where: place })) === 0) {
    try {
      await rows.insert([{ ...place, year, offLines }]);
      return;
    } catch (error) {
      // Another teacher of the class was first.
      if (!(error instanceof ConflictError)) throw error;
    }
  }
  await rows.update(place, { offLines });
}
