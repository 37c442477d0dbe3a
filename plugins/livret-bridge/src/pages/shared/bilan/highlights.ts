// SPDX-License-Identifier: EUPL-1.2
import { linesOf, type CatalogueLine } from '../../../domain/catalogue/catalogue.js';
import { isUnnamed } from '../../../domain/catalogue/unnamed-catalogue.js';
import { positionsByCode, type ReadableBilan } from '../../../domain/read/readable-bilan.js';

const MOST_STRONG = 3;
const MOST_NEXT = 2;
/** The lowest position of a strong point, « Atteints »: the sentence of the line would not be true of less. */
const LEAST_STRONG = 3;

/** A line with its position, and the earlier position when both are from 1 to 4. */
export interface Placed {
  readonly line: CatalogueLine;
  readonly value: number;
  readonly was: number | undefined;
}

/** The parts of a bilan that a child reads first. */
export interface Highlights {
  /** At most three: those that the teacher chose, else the highest positions, then the most progress, then the order of the catalogue. */
  readonly strong: readonly Placed[];
  /** At most two positions of 1 or 2, the lowest first. */
  readonly next: readonly Placed[];
  /** The positions that are higher than before. */
  readonly progress: readonly Placed[];
}

type Highlighted = Pick<ReadableBilan, 'catalogue' | 'content' | 'before'>;

export function highlightsOf(bilan: Highlighted): Highlights {
  const placed = placedLines(bilan);
  const chosen = bilan.content.strengths.flatMap((code) => placed.find(({ line }) => line.code === code) ?? []);
  const best = placed
    .filter(({ value }) => value >= LEAST_STRONG)
    .sort((a, b) => b.value - a.value || gain(b) - gain(a));
  const low = placed.filter(({ value }) => value < LEAST_STRONG).sort((a, b) => a.value - b.value);
  return {
    strong: (chosen.length > 0 ? chosen : best).slice(0, MOST_STRONG),
    next: low.slice(0, MOST_NEXT),
    progress: placed.filter((one) => gain(one) > 0),
  };
}

function placedLines({ catalogue, content, before }: Highlighted): Placed[] {
  if (isUnnamed(catalogue)) return [];
  const now = positionsByCode(catalogue, content.positions);
  return linesOf(catalogue).flatMap((line) => {
    const value = Number(now.get(line.code));
    const was = Number(before?.positions.get(line.code));
    return value >= 1 ? { line, value, was: was >= 1 ? was : undefined } : [];
  });
}

function gain({ value, was = value }: Placed): number {
  return value - was;
}
