// SPDX-License-Identifier: EUPL-1.2
import { linesOf, type Catalogue } from '../catalogue/catalogue.js';

/** The positions of one bilan, one character for each line of its catalogue. */
export interface PositionsInTime {
  readonly year: number;
  readonly period: number;
  readonly catalogue: Catalogue;
  readonly positions: string;
}

/** The last position of a pupil in one line, and its direction since the first one. */
export interface LastPosition {
  readonly value: '1' | '2' | '3' | '4' | 'N';
  readonly move: 'up' | 'down' | 'none';
}

/**
 * The last position in each line, by the code of the line. Positions are compared and never added up: a 2 in one line is not
 * worth a 2 in another. A line that was never assessed has an N, or no entry when nothing was written.
 */
export function lastPositions(bilans: readonly PositionsInTime[]): ReadonlyMap<string, LastPosition> {
  const inOrder = [...bilans].sort((a, b) => a.year - b.year || a.period - b.period);
  const [first, last] = [new Map<string, string>(), new Map<string, string>()];
  for (const { catalogue, positions } of inOrder) {
    for (const [index, { code }] of linesOf(catalogue).entries()) {
      const position = positions[index] ?? ' ';
      if (position === ' ' || (position === 'N' && last.has(code))) continue;
      last.set(code, position);
      if (position !== 'N' && !first.has(code)) first.set(code, position);
    }
  }
  return new Map([...last].map(([code, position]) => [code, lastOf(first.get(code), position)]));
}

/** The last position is N when the line was never assessed: an N after a position does not replace it. */
function lastOf(first: string | undefined, last: string): LastPosition {
  if (first === undefined || !isAssessed(last)) return { value: 'N', move: 'none' };
  return { value: last, move: last > first ? 'up' : last < first ? 'down' : 'none' };
}

function isAssessed(position: string): position is '1' | '2' | '3' | '4' {
  return position >= '1' && position <= '4';
}

/** The lines that a teacher of 6e watches: a position 1, or a fall since the first bilan. A position 2 alone is not one. */
export function isToWatch({ value, move }: LastPosition): boolean {
  return value === '1' || move === 'down';
}
