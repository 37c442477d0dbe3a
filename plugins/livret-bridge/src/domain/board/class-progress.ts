// SPDX-License-Identifier: EUPL-1.2
import { isComplete } from '../bilan/what-is-missing.js';
import type { BilanState, BilanRow } from '../../store/bilan.entity.js';
import type { Catalogues } from '../catalogue/catalogues.js';
import { missingOf } from '../life/missing-of.js';
import type { OffLines } from '../periods/class-rows.js';

type ProgressRow = Pick<BilanRow, 'state' | 'catalogue' | 'positions' | 'general' | 'classId'>;

/** The progress of the bilans of a class in one period. */
export interface ClassProgress {
  readonly total: number;
  /** The number of pupils without a bilan: they count as drafts. */
  readonly unopened: number;
  /** The number of bilans in each state. Pupils without a bilan count as drafts. */
  readonly in: Readonly<Record<BilanState, number>>;
  /** The number of bilans that need nothing more, whatever their state. */
  readonly complete: number;
  /** The cells that are empty in drafts, and the pupils and appreciations concerned. Those of `unnamed` are not counted. */
  readonly empty: { readonly cells: number; readonly pupils: number; readonly texts: number };
  /** The number of drafts with a catalogue that nobody has any more: nobody in the school can complete them. */
  readonly unnamed: number;
}

export function classProgress(
  rows: readonly ProgressRow[],
  unopened: number,
  { catalogues, off }: { readonly catalogues: Catalogues; readonly off: OffLines },
): ClassProgress {
  const count = (state: BilanState): number => rows.filter((row) => row.state === state).length;
  const incomplete = rows
    .filter(({ state }) => state === 'draft' || state === 'ready')
    .map((row) => missingOf(row, catalogues, off))
    .filter((one) => !isComplete(one));
  const missing = incomplete.filter(({ names }) => !names);
  return {
    total: rows.length + unopened,
    unopened,
    in: {
      draft: count('draft') + unopened,
      ...{ ready: count('ready'), signed: count('signed'), visa: count('visa'), published: count('published') },
    },
    complete: rows.length - incomplete.length,
    empty: {
      cells: missing.reduce((sum, { lines }) => sum + lines.length, 0),
      pupils: missing.length,
      texts: missing.filter(({ general }) => general).length,
    },
    unnamed: incomplete.length - missing.length,
  };
}

/** The step that a class has reached, of five, and the number of its bilans there or further: the board says this first. */
export function stepOf({ in: states, complete, total }: ClassProgress): { at: 0 | 1 | 2 | 3 | 4 | 5; count: number } {
  if (total === 0) return { at: 0, count: 0 };
  const endorsed = states.visa + states.published;
  if (states.signed > 0) return { at: 3, count: states.signed + endorsed };
  if (states.visa > states.published) return { at: 4, count: endorsed };
  if (states.published > 0) return { at: 5, count: states.published };
  if (states.draft === 0) return { at: 2, count: states.ready };
  return { at: 1, count: complete };
}
