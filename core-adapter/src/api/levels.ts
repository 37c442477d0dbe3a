// SPDX-License-Identifier: EUPL-1.2

/**
 * The levels of école and collège as ONDE and the directories write them, in the order of a school career.
 * @stable
 */
export const LEVELS = ['TPS', 'PS', 'MS', 'GS', 'CP', 'CE1', 'CE2', 'CM1', 'CM2', '6E', '5E', '4E', '3E'] as const;
/**
 * One of `LEVELS`. The level of a pupil may be another text, since sources beside those of Volée write their own.
 * @stable
 */
export type Level = (typeof LEVELS)[number];

/** The level that a text names, whatever its letters: `cm2` is CM2. Undefined when it is none of `LEVELS`. @stable */
export function levelNamed(text: string): Level | undefined {
  return LEVELS.find((level) => level === text.toUpperCase());
}

/**
 * The place of a level in a school career, for sorting. Pupils without a level, as in a ULIS, and those of an unknown one come last.
 * @stable
 */
export function levelRank(level: string | null): number {
  const known = levelNamed(level ?? '');
  return known === undefined ? LEVELS.length : LEVELS.indexOf(known);
}
