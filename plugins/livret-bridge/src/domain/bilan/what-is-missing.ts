// SPDX-License-Identifier: EUPL-1.2
import { linesOf, type Catalogue, type CatalogueLine } from '../catalogue/catalogue.js';
import type { BilanContent } from './content.js';

/** The parts that a bilan still needs before it is ready. */
export interface Missing {
  /** The lines without a position, in the order of the catalogue. */
  readonly lines: readonly CatalogueLine[];
  /** Whether the general appreciation is empty. */
  readonly general: boolean;
  /** Whether nobody has the catalogue any more, so that nobody can tell the empty lines. */
  readonly names: boolean;
}

/** @param off the codes of the lines that the class does not fill in this period */
export function whatIsMissing(
  catalogue: Catalogue,
  { positions, general }: Pick<BilanContent, 'positions' | 'general'>,
  off: readonly string[],
): Missing {
  const lines = linesOf(catalogue).filter(
    ({ code }, index) => (positions[index] ?? ' ') === ' ' && !off.includes(code),
  );
  return { lines, general: general === '', names: false };
}

export function isComplete({ lines, general, names }: Missing): boolean {
  return lines.length === 0 && !general && !names;
}
