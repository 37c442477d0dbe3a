// SPDX-License-Identifier: EUPL-1.2
import { ConflictError, type Reply, type PageReply } from '@volee/core-adapter';
import { Card, LinkButton, PageHead, TextField } from '@volee/core-adapter/ui';
import type { LivretRequest } from '../../../brick-types.js';
import { isSubject, textOfSubject } from '../../../domain/bilan/subject.js';
import { parseCell } from '../../../domain/bilan/cell.js';
import { tidyCell } from '../../../domain/bilan/cell-value.js';
import { tidyText } from '../../../domain/bilan/tidy-text.js';
import { isComplete } from '../../../domain/bilan/what-is-missing.js';
import type { Catalogue } from '../../../domain/catalogue/catalogue.js';
import type { Catalogues } from '../../../domain/catalogue/catalogues.js';
import { knownCatalogues } from '../../../domain/catalogue/kept-catalogues.js';
import { offerElements } from '../../../domain/elements/offer-elements.js';
import { makeReady } from '../../../domain/life/ready.js';
import { refuseOtherYear } from './steps.routes.js';
import { missingOf } from '../../../domain/life/missing-of.js';
import { bilanPath, subjectPath } from '../../../paths.js';
import { offLinesOf } from '../../../domain/periods/class-rows.js';
import { withPhrase } from '../../../domain/phrases/phrase-for.js';
import type { SaveContext } from '../../../domain/save/save-changes.js';
import { missingWords } from '../../shared/missing-words.js';
import type { BilanRow } from '../../../store/bilan.entity.js';
import { applyChoice } from '../../../domain/save/apply-choice.js';
import { putForClass } from '../../../domain/save/put-for-class.js';
import { saveForm, type SavedForm } from '../../../domain/save/save-form.js';
import { writePage } from './write-page.js';
import { typedCells, type Fields, type TypedCell } from '../../../domain/save/written-form.js';
import { cellInWords } from '../../../domain/save/cell-in-words.js';
import { isSeen } from '../../../domain/save/seen.js';

/**
 * Saves the form of a bilan, and carries out the action of its button. Cells that cannot be saved are shown again as they were typed: 400
 * for a mistake, 409 when somebody else wrote, too, or signed, or the school year is over.
 */
export async function answerForm(
  row: BilanRow,
  fields: Fields,
  catalogues: Catalogues,
  request: LivretRequest,
): Promise<Reply> {
  const { db, user, clock, schoolYear, t } = request;
  const known = await knownCatalogues([row], catalogues, db);
  const context = { db, catalogues: known, personId: user.id, now: clock.now(), schoolYear };
  const catalogue = known.get(row.catalogue);
  const cells = cellsToSave(row, fields, catalogue);
  try {
    refuseOtherYear(row.year, schoolYear);
    const saved = await saveForm(context, row, cells, t);
    await offerAdded(saved, cells, request);
    const subject = fields.one('subject');
    if (saved.unsaved.size > 0) return await writePage({ ...saved, catalogue, subject }, request);
    const onward = fields.one('go');
    if (isSubject(catalogue, onward)) return request.redirect(subjectPath(row.id, onward));
    const path = isSubject(catalogue, subject) ? subjectPath(row.id, subject) : bilanPath(row.id);
    return request.redirect(path, await afterSaving(saved, { fields, cells, catalogue, context }, request));
  } catch (error) {
    if (!(error instanceof ConflictError)) throw error;
    return shutPage(row, cells, catalogue, request);
  }
}

/** The cells of the form, with the choice or the phrase that its button brings. */
function cellsToSave(row: BilanRow, fields: Fields, catalogue: Catalogue): readonly TypedCell[] {
  const cells = applyChoice(typedCells(catalogue, fields), fields, row, catalogue);
  const phrase = fields.one('phrase');
  if (phrase === '') return cells;
  const text = textOfSubject(catalogue, fields.one('subject')) ?? 'general';
  return cells.map((cell) => (cell.name === text ? { ...cell, typed: withPhrase(cell.typed, phrase) } : cell));
}

/** New elements are offered to the level once they are in the bilan. */
async function offerAdded(
  { row, unsaved }: SavedForm,
  cells: readonly TypedCell[],
  { db }: Pick<LivretRequest, 'db'>,
): Promise<void> {
  for (const { name: cell, added } of cells) {
    if (added !== '' && !unsaved.has(cell)) await offerElements(row, { cell, was: '', now: tidyText(added) }, db);
  }
}

interface Form {
  readonly fields: Fields;
  readonly cells: readonly TypedCell[];
  readonly catalogue: Catalogue;
  readonly context: SaveContext;
}

/** @returns the notice for the next page */
async function afterSaving({ row }: SavedForm, form: Form, request: LivretRequest): Promise<string> {
  const { t } = request;
  const { fields, cells, catalogue, context } = form;
  if (fields.one('do') === 'ready') return declareReady(row, context.catalogues, request);
  const name = `parcours:${fields.one('class')}`;
  const cell = cells.find((one) => one.name === name);
  if (!cell) return t(cells.some(({ added }) => added !== '') ? 'bilan.savedElement' : 'bilan.saved');
  const text = tidyCell(catalogue, parseCell(catalogue, name), cell.typed);
  const { done, kept } = await putForClass({ row, name, text, was: cell.was }, context, request);
  const told = t('bilan.forClassDone', { count: done });
  return kept === 0 ? told : `${told} ${t('bilan.forClassKept', { count: kept })}`;
}

/** @returns whether the bilan is ready now, or what it still needs */
async function declareReady(row: BilanRow, catalogues: Catalogues, { db, t }: LivretRequest): Promise<string> {
  const off = await offLinesOf(db, [row.classId], row.period);
  const missing = missingOf(row, catalogues, off);
  if (!isComplete(missing)) return missingWords(missing, t);
  const { done } = await makeReady([row], { db, catalogues, off });
  return done.length > 0 || row.state === 'ready' ? t('ready.done', { count: 1 }) : t('step.changed');
}

/** The answer to a form of a bilan that was signed meanwhile: what was typed, to be copied. */
function shutPage(
  row: BilanRow,
  cells: readonly TypedCell[],
  catalogue: Catalogue,
  { t, page, url }: Pick<LivretRequest, 't' | 'page' | 'url'>,
): PageReply {
  const typed = cells.filter(({ typed: value, was }) => value !== '' && !isSeen(was, value));
  const title = t('bilan.shutTitle');
  return page(
    title,
    <>
      <PageHead title={title} lead={t('bilan.shutLead')} />
      <Card>
        {typed.map(({ name, typed: value }) => (
          <TextField
            key={name}
            name={name}
            label={cellInWords(catalogue, parseCell(catalogue, name), t)}
            value={value}
            rows={3}
            readOnly
          />
        ))}
        <LinkButton kind="primary" href={url(bilanPath(row.id))}>
          {t('bilan.shutRead')}
        </LinkButton>
      </Card>
    </>,
    { status: 409 },
  );
}
