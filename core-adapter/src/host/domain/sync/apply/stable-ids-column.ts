// SPDX-License-Identifier: EUPL-1.2

/** Length of the column, in characters. */
const LENGTH = 190;

/** Joins stable ids for the column; ids that do not fit are left out. */
export function joinStableIds(ids: readonly string[] = []): string | null {
  const fitting = ids.filter((_, index) => ids.slice(0, index + 1).join(' ').length <= LENGTH);
  return fitting.length === 0 ? null : fitting.join(' ');
}
