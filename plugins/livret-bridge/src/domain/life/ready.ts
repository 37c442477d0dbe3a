// SPDX-License-Identifier: EUPL-1.2
import { isComplete } from '../bilan/what-is-missing.js';
import type { Catalogues } from '../catalogue/catalogues.js';
import { knownCatalogues } from '../catalogue/kept-catalogues.js';
import type { BilanRow } from '../../store/bilan.entity.js';
import { changeState } from './change-state.js';
import type { LifeContext, Shown, StepTaken } from './life-context.js';
import type { OffLines } from '../periods/class-rows.js';
import { missingOf } from './missing-of.js';

interface ReadyContext extends Pick<LifeContext, 'db'> {
  readonly catalogues: Catalogues;
  readonly off: OffLines;
}

/** Makes complete drafts ready to be signed. Drafts that are not complete stay, and are among `changed`. */
export async function makeReady(drafts: readonly BilanRow[], context: ReadyContext): Promise<StepTaken> {
  const { db, catalogues, off } = context;
  const known = await knownCatalogues(drafts, catalogues, db);
  const done: BilanRow[] = [];
  const changed: BilanRow[] = [];
  for (const row of drafts) {
    const isDraft = row.state === 'draft' && isComplete(missingOf(row, known, off));
    (isDraft && (await changeState(db, row, 'ready')) ? done : changed).push(row);
  }
  return { done, changed };
}

/** Makes bilans drafts again that were made ready together, while nothing has changed in them since. @returns their number */
export async function makeDraft(
  rows: readonly BilanRow[],
  shown: readonly Shown[],
  { db }: Pick<LifeContext, 'db'>,
): Promise<number> {
  let count = 0;
  for (const row of rows) {
    const isShown = shown.some(({ id, revision }) => id === row.id && revision === row.revision);
    if (isShown && row.state === 'ready' && (await changeState(db, row, 'draft'))) count += 1;
  }
  return count;
}
