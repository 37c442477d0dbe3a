// SPDX-License-Identifier: EUPL-1.2

/** Characters of the column. */
const LENGTH = 190;

/** Stable ids as the column has them; what does not fit is left out. */
export function joinStableIds(ids: readonly string[] = []): string | null {
  const fitting = ids.filter((_, index) => ids.slice(0, index + 1).join(' ').length <= LENGTH);
  return fitting.length === 0 ? null : fitting.join(' ');
}
