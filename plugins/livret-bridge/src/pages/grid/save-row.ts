// SPDX-License-Identifier: EUPL-1.2
import { ConflictError, InputError, type Reply } from '@volee/core-adapter';
import { tidyCell } from '../../domain/bilan/cell-value.js';
import type { LivretRequest } from '../../brick-types.js';
import { linesOf, type Catalogue } from '../../domain/catalogue/catalogue.js';
import type { Catalogues } from '../../domain/catalogue/catalogues.js';
import { catalogueOf } from '../../domain/catalogue/kept-catalogues.js';
import { gridPath } from '../../paths.js';
import { clashWords, type Clash } from '../shared/clash-words.js';
import { saveChanges, type Change } from '../../domain/save/save-changes.js';
import type { BilanRow } from '../../store/bilan.entity.js';
import { gridPage } from './grid-page.js';
import { classInPeriod } from '../../domain/grid/read-grid.js';
import type { TypedRow } from '../../domain/grid/typed-row.js';

/** The form of a row: the positions that the page showed, and the current value of each cell, by its place. */
export interface RowForm {
  readonly was: string;
  /** The class of the grid, if it is not that of the bilan: a ULIS. */
  readonly from?: string | undefined;
  readonly [index: string]: string | undefined;
}

type SavedBilan = Pick<BilanRow, 'id' | 'period' | 'classId' | 'catalogue'>;
type Refused = Map<string, { readonly value: string; readonly sentence: string }>;

/**
 * Saves the row of a grid without script. Wrong cells are shown under the row, and the rest is saved.
 * @throws NotFoundError when the user does not write in the class
 */
export async function saveRow(
  request: LivretRequest,
  catalogues: Catalogues,
  bilan: SavedBilan,
  form: RowForm,
): Promise<Reply> {
  const { db, user, clock, schoolYear, redirect, t } = request;
  const at = { groupId: form.from ?? bilan.classId, period: bilan.period };
  await classInPeriod(request, at);
  const { changes, refused } = typedChanges(request, await catalogueOf(bilan, catalogues, db), form);
  const context = { db, catalogues, personId: user.id, now: clock.now(), schoolYear };
  let clashes: Clash[] = [];
  try {
    const { outcomes } = await saveChanges(context, bilan.id, changes);
    clashes = outcomes.filter((one): one is Clash => one.kind === 'clash');
  } catch (error) {
    if (!(error instanceof ConflictError)) throw error;
    for (const { cell, now } of changes) refused.set(cell, { value: now, sentence: t('grid.tooLate', { value: now }) });
  }
  if (clashes.length === 0 && refused.size === 0) {
    return redirect(gridPath(at.groupId, at.period), t('grid.savedRow'));
  }
  const typed = { bilanId: bilan.id, refused, clashes: await toldClashes(request, clashes) };
  const isLate = clashes.length > 0 || changes.some(({ cell }) => refused.has(cell));
  return gridPage(request, catalogues, at, { status: isLate ? 409 : 400, typed });
}

function typedChanges(
  { t }: Pick<LivretRequest, 't'>,
  catalogue: Catalogue,
  form: RowForm,
): { readonly changes: Change[]; readonly refused: Refused } {
  const fields = new Map(Object.entries(form));
  const changes: Change[] = [];
  const refused: Refused = new Map();
  for (const [index, { code }] of linesOf(catalogue).entries()) {
    const typed = fields.get(String(index));
    const was = (form.was[index] ?? ' ').trim();
    if (typed === undefined) continue;
    try {
      const now = tidyCell(catalogue, { kind: 'position', code, index }, typed);
      if (now !== was) changes.push({ cell: code, was, now });
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      refused.set(code, { value: typed, sentence: t('save.notAPosition', { value: typed }) });
    }
  }
  return { changes, refused };
}

async function toldClashes(
  { directory, t, format }: Pick<LivretRequest, 'directory' | 't' | 'format'>,
  clashes: readonly Clash[],
): Promise<TypedRow['clashes']> {
  const writers = await directory.persons(clashes.flatMap(({ by }) => by ?? []));
  return new Map(
    clashes.map((clash) => {
      const sentence = clashWords(clash, writers.get(clash.by ?? '')?.displayName, t, format);
      return [clash.cell, { theirs: clash.value, yours: clash.yours, sentence }];
    }),
  );
}
