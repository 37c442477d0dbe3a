// SPDX-License-Identifier: EUPL-1.2

/** The levels in the order of a school career. */
const LEVELS = ['CP', 'CE1', 'CE2', 'CM1', 'CM2', '6E'];

/** The place of a level among the others, for sorting; pupils without one, as in a ULIS, come last. */
export function levelRank(level: string | null): number {
  const index = LEVELS.indexOf(level ?? '');
  return index < 0 ? LEVELS.length : index;
}
