// SPDX-License-Identifier: EUPL-1.2

/** Most pupils reach the aims, some lines are beyond them and few below, in an order that looks like no order. */
const USUAL = '323233422332323243323232332';

/** The number of terms after which the positions of a pupil hardly change. */
const LAST_RISE = 3;

/**
 * Positions of a pupil in a term, one character a line. In later terms some lines are one step higher, and now and then one
 * is lower.
 * @param pupil the number of the pupil, from 0
 * @param term from 1
 */
export function inventedPositions(lines: number, pupil: number, term: number): string {
  return Array.from({ length: lines }, (_, line) => positionOf(line, pupil, term)).join('');
}

function positionOf(line: number, pupil: number, term: number): string {
  if (term === 1 && line === 11) return 'N'; // history of art begins later in the year
  if (pupil % 7 === 3 && line === (pupil * 5) % 13) return '1';
  const first = Number(USUAL.charAt((line * 4 + pupil * 7) % USUAL.length));
  const rises = (line + pupil * 3) % 7 < Math.min(term, LAST_RISE) - 1;
  const falls = !rises && term > 1 && (line * 3 + pupil) % 17 === 0;
  return String(Math.min(4, Math.max(1, first + Number(rises) - Number(falls))));
}
