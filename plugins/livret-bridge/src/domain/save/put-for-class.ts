// SPDX-License-Identifier: EUPL-1.2
import { BusyError, ConflictError } from '@volee/core-adapter';
import { In, Not } from 'typeorm';
import { bilanScope } from '../bilan/bilan-scope.js';
import { contentOf } from '../bilan/content.js';
import { parseCell } from '../bilan/cell.js';
import { readCell } from '../bilan/cell-value.js';
import { WRITABLE_STATES } from '../bilan/state.js';
import type { LivretRequest } from '../../brick-types.js';
import { knownCatalogues } from '../catalogue/kept-catalogues.js';
import { saveChanges, type SaveContext } from './save-changes.js';
import { BilanRow } from '../../store/bilan.entity.js';
import { isSeen } from './seen.js';

/** The number of bilans that have the text now, and of bilans that keep another one. */
export interface PutForClass {
  readonly done: number;
  readonly kept: number;
}

/**
 * Puts the text of a parcours into the bilans of the class in the same period that teachers still write, where it is empty
 * or what the page showed before: a text about one pupil stays.
 * @param was the mark of the text that the page showed
 */
export async function putForClass(
  { row, name, text, was }: { row: BilanRow; name: string; text: string; was: string },
  context: SaveContext,
  { access }: Pick<LivretRequest, 'access'>,
): Promise<PutForClass> {
  const { classId, year, period, id } = row;
  const where = { classId, year, period, id: Not(id), state: In([...WRITABLE_STATES]) };
  const rows = await context.db.repository(BilanRow).find({ where });
  const mine = await access.filter(
    'write',
    rows.map((one) => ({ ...bilanScope(one), ...one })),
  );
  const catalogues = await knownCatalogues(mine, context.catalogues, context.db);
  let [done, kept] = [1, 0];
  for (const one of mine) {
    const catalogue = catalogues.find(one.catalogue);
    const isThere = catalogue?.parcours.some(({ code }) => name === `parcours:${code}`);
    const stored = catalogue && isThere ? readCell(contentOf(one), parseCell(catalogue, name)) : undefined;
    const isCommon = stored !== undefined && (stored === '' || stored === text || isSeen(was, stored));
    if (isCommon && (await isPut({ ...context, catalogues }, one.id, { cell: name, was: stored, now: text })))
      done += 1;
    else kept += 1;
  }
  return { done, kept };
}

async function isPut(
  context: SaveContext,
  bilanId: string,
  change: { cell: string; was: string; now: string },
): Promise<boolean> {
  try {
    const { outcomes } = await saveChanges(context, bilanId, [change]);
    return outcomes.every(({ kind }) => kind === 'saved');
  } catch (error) {
    // This bilan was signed meanwhile, or many people write in it: it keeps what it has.
    if (error instanceof ConflictError || error instanceof BusyError) return false;
    throw error;
  }
}
