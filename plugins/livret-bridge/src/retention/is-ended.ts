// SPDX-License-Identifier: EUPL-1.2
import type { BilanRow } from '../store/bilan.entity.js';

/** The school years from a level to CM2. */
const YEARS_TO_CM2: ReadonlyMap<string, number> = new Map([
  ['CP', 4],
  ['CE1', 3],
  ['CE2', 2],
  ['CM1', 1],
  ['CM2', 0],
]);
/** A pupil without a level, as in a ULIS, may be in CM1. */
const WITHOUT_LEVEL = 1;

/**
 * Whether a bilan is no longer kept: one year after the end of the CM2 year that follows from its level. A bilan of CM1 of
 * 2025 is about a pupil in CM2 until July 2027, so it goes on 1 August 2028.
 */
export function isEnded({ level, year }: Pick<BilanRow, 'level' | 'year'>, schoolYear: number): boolean {
  const left = level === null ? WITHOUT_LEVEL : (YEARS_TO_CM2.get(level.toUpperCase()) ?? 0);
  return schoolYear >= year + left + 2;
}
