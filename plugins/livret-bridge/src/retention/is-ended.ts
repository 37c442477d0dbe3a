// SPDX-License-Identifier: EUPL-1.2
import type { BilanRow } from '../store/bilan.entity.js';

/** The school years from a level to the last one of its cycle: CE2 for cycle 2, 6e for cycle 3. */
const YEARS_TO_END: ReadonlyMap<string, number> = new Map([
  ['CP', 2],
  ['CE1', 1],
  ['CE2', 0],
  ['CM1', 2],
  ['CM2', 1],
]);
/** A pupil without a level, as in a ULIS, may be in CM1. */
const WITHOUT_LEVEL = 2;

/**
 * Whether a bilan is no longer kept: one year after the end of its cycle. A bilan of CM2 of 2026 belongs to cycle 3, which
 * ends with the 6e in July 2028, so it goes on 1 August 2029.
 */
export function isEnded(bilan: Pick<BilanRow, 'level' | 'year'>, schoolYear: number): boolean {
  return schoolYear >= endOf(bilan);
}

/** The school year at the beginning of which a bilan goes. */
export function endOf({ level, year }: Pick<BilanRow, 'level' | 'year'>): number {
  const left = level === null ? WITHOUT_LEVEL : (YEARS_TO_END.get(level.toUpperCase()) ?? 0);
  return year + left + 2;
}
