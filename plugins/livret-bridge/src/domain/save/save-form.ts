// SPDX-License-Identifier: EUPL-1.2
import { BusyError, InputError } from '@volee/core-adapter';
import { parseCell } from '../bilan/cell.js';
import { readCell, tidyCell, MOST_ELEMENTS, MOST_STRENGTHS } from '../bilan/cell-value.js';
import { contentOf } from '../bilan/content.js';
import type { LivretTexts } from '../../brick-types.js';
import { saveChanges, type Change, type SaveContext } from './save-changes.js';
import type { BilanRow } from '../../store/bilan.entity.js';
import { isSeen } from './seen.js';
import type { TypedCell } from './written-form.js';
import { tidyText } from '../bilan/tidy-text.js';
import type { Catalogue } from '../catalogue/catalogue.js';
import { textLimit } from './text-limit.js';

/** The value of somebody else in a cell that the form changed, too. */
export interface OtherValue {
  readonly value: string;
  /** The id of the other person; undefined when it is not known any more. */
  readonly by: string | undefined;
  readonly at: Date | undefined;
}

/** A cell of a form that was not saved: it is shown again as it was typed. */
export interface UnsavedCell extends TypedCell {
  /** The mistake, to show beside the field. */
  readonly problem?: string;
  readonly other?: OtherValue;
}

export interface SavedForm {
  /** The row as it is now. */
  readonly row: BilanRow;
  /** By name of the cell. */
  readonly unsaved: ReadonlyMap<string, UnsavedCell>;
  /** Too many others wrote at the same time: the form is to be sent again. */
  readonly isBusy: boolean;
}

/**
 * Saves the cells of a form that differ from what its page showed. Cells that do not fit, and cells that somebody else changed meanwhile,
 * stay unsaved and do not stop the others.
 * @throws ConflictError when the bilan is signed meanwhile
 */
export async function saveForm(
  context: SaveContext,
  row: BilanRow,
  cells: readonly TypedCell[],
  t: LivretTexts,
): Promise<SavedForm> {
  const catalogue = context.catalogues.get(row.catalogue);
  const unsaved = new Map<string, UnsavedCell>();
  const changes: Change[] = [];
  for (const cell of cells) {
    const problem = findProblem(catalogue, cell.name, cell.typed, t);
    if (problem === undefined) changes.push(...changeOf(cell, row, context));
    else unsaved.set(cell.name, { ...cell, problem });
  }
  const byName = new Map(cells.map((cell) => [cell.name, cell]));
  const keep = (name: string, more: Partial<UnsavedCell>): void => {
    const cell = byName.get(name);
    if (cell) unsaved.set(name, { ...cell, ...more });
  };
  try {
    const saved = await saveChanges(context, row.id, changes);
    for (const one of saved.outcomes) if (one.kind === 'clash') keep(one.cell, { typed: one.yours, other: one });
    return { row: saved.row, unsaved, isBusy: false };
  } catch (error) {
    if (!(error instanceof BusyError)) throw error;
    for (const { cell } of changes) keep(cell, {});
    return { row, unsaved, isBusy: true };
  }
}

function changeOf({ name, typed, was }: TypedCell, row: BilanRow, { catalogues }: SaveContext): readonly Change[] {
  const catalogue = catalogues.get(row.catalogue);
  const cell = parseCell(catalogue, name);
  const now = tidyCell(catalogue, cell, typed);
  if (isSeen(was, now)) return [];
  const stored = readCell(contentOf(row), cell);
  // A stored value that is neither the one shown nor the new one was written by somebody else: the change then names the writer.
  return [{ cell: name, was: isSeen(was, stored) ? stored : now, now }];
}

/**
 * The sentence to show beside a field with a value that its cell cannot hold; undefined when the value fits.
 * @throws InputError for a value that no page sends, such as a position 7
 */
function findProblem(catalogue: Catalogue, name: string, typed: string, t: LivretTexts): string | undefined {
  const cell = parseCell(catalogue, name);
  try {
    tidyCell(catalogue, cell, typed);
    return undefined;
  } catch (error) {
    if (!(error instanceof InputError) || cell.kind === 'position') throw error;
    if (cell.kind === 'strengths') return t('bilan.tooManyStrengths', { most: MOST_STRENGTHS });
    if (cell.kind === 'elements') {
      const isLong = typed.split('\n').some((label) => tidyText(label).length > catalogue.limits.element);
      if (isLong) return t('bilan.elementTooLong', { limit: catalogue.limits.element });
      return t('bilan.tooManyElements', { most: MOST_ELEMENTS });
    }
    const limit = textLimit(catalogue, cell) ?? 0;
    const length = tidyText(typed).length;
    return t('bilan.tooLong', { length, limit, count: length - limit });
  }
}
