// SPDX-License-Identifier: EUPL-1.2
import { levelRank, LEVELS, type Level } from '@volee/core-adapter';
import { fold } from '../csv/fold.js';

/** The levels of a primary school, the youngest first. */
export const PRIMARY_LEVELS = LEVELS.filter((level) => levelRank(level) <= levelRank('CM2'));

/** `MATERNELLE`, `CYCLE II`, `CYCLE III`, as the cycles are since 2016. */
const CYCLES: Readonly<Record<string, readonly Level[]>> = {
  maternelle: ['TPS', 'PS', 'MS', 'GS'],
  cyclei: ['TPS', 'PS', 'MS', 'GS'],
  cycle1: ['TPS', 'PS', 'MS', 'GS'],
  cycleii: ['CP', 'CE1', 'CE2'],
  cycle2: ['CP', 'CE1', 'CE2'],
  cycleiii: ['CM1', 'CM2'],
  cycle3: ['CM1', 'CM2'],
};

export function levelNamed(text: string): Level | undefined {
  const folded = fold(text);
  return PRIMARY_LEVELS.find((level) => level.toLowerCase() === folded);
}

/** The levels of a cycle; undefined when it is none. In a dispositif such as ULIS a pupil has a cycle and no level. */
export function levelsOfCycle(text: string): readonly Level[] | undefined {
  const folded = fold(text);
  return Object.hasOwn(CYCLES, folded) ? CYCLES[folded] : undefined;
}
