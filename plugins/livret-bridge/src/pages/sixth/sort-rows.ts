// SPDX-License-Identifier: EUPL-1.2
import type { SixthRow } from './sixth.model.js';

/** The columns by which the table is sorted, besides the codes of lines. */
export const BY_NAME = 'name';
export const BY_WATCH = 'watch';
export const BY_SCHOOL = 'school';

/** The order of positions, the lowest first, since these pupils are looked for; lines without a position come last. */
const ORDER = ['1', '2', '3', '4', 'N'];

/** The rows by one column; rows with equal values keep their order, which is that of names. */
export function sortRows(rows: readonly SixthRow[], sort: string): readonly SixthRow[] {
  if (sort === BY_NAME) return rows;
  if (sort === BY_WATCH) return [...rows].sort((a, b) => b.watched - a.watched);
  if (sort === BY_SCHOOL) return [...rows].sort((a, b) => a.school.localeCompare(b.school, 'fr'));
  return [...rows].sort((a, b) => rank(a, sort) - rank(b, sort));
}

function rank({ cells }: SixthRow, code: string): number {
  const at = ORDER.indexOf(cells.find((cell) => cell.code === code)?.value ?? '');
  return at === -1 ? ORDER.length : at;
}
