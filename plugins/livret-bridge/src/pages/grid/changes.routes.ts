// SPDX-License-Identifier: EUPL-1.2
import { json, type JsonReply, ConflictError, InputError } from '@volee/core-adapter';
import { z } from 'zod';
import { bilanParams } from '../../domain/bilan/bilan-params.js';
import { loadBilan } from '../../domain/trace/load-bilan.js';
import type { LivretBrick, LivretRequest, LivretTexts } from '../../brick-types.js';
import type { Catalogues } from '../../domain/catalogue/catalogues.js';
import { saveRow } from './save-row.js';
import { offerElements } from '../../domain/elements/offer-elements.js';
import { changesPath } from '../../paths.js';
import type { BilanRow } from '../../store/bilan.entity.js';
import { clashWords } from '../shared/clash-words.js';
import { saveChanges, type Change } from '../../domain/save/save-changes.js';
import { TooLongError } from '../../domain/bilan/too-long-error.js';
import { UnknownCatalogueError } from '../../domain/catalogue/unknown-catalogue-error.js';

/** The maximum length, beyond the longest text, so that a person reads by how much theirs is too long. */
const LONGEST = 10_000;
const text = z.string().max(LONGEST);
/** `person` is the reader of the page: somebody else may have signed in since, in the same browser. */
const one = z
  .strictObject({ cell: z.string().max(40), was: text, now: text, person: z.string().max(40).optional() })
  .transform((change) => ({ kind: 'one' as const, change }));
/** The form of a row: `from` is the class of the grid, and each cell is named by its place. */
const row = z
  .object({ was: z.string().max(100), from: z.uuid().optional() })
  .catchall(z.string().max(20))
  .refine((form) => Object.keys(form).every((name) => /^(was|from|\d{1,2})$/.test(name)), 'unknown fields')
  .transform((form) => ({ kind: 'row' as const, form }));
const body = z.union([one, row]);

/**
 * Registers changes: one change of one cell, sent by the scripts of the pages, is answered with 200 and the stored value, or with 409 and
 * the value of somebody else, or with `own` when the same person wrote it. Other refusals come with a `sentence` for the person. Without
 * script, a row of the grid is sent.
 */
export function registerChanges({ http }: Pick<LivretBrick, 'http'>, catalogues: Catalogues): void {
  http.post(
    changesPath(':id'),
    {
      access: 'write',
      params: bilanParams,
      body,
      load: loadBilan,
    },
    (request) => {
      const { body: sent, resource, user, t } = request;
      if (sent.kind === 'row') return saveRow(request, catalogues, resource, sent.form);
      const { change } = sent;
      if ((change.person ?? user.id) !== user.id) return json({ sentence: t('save.otherPerson') }, 401);
      return saveOne(request, catalogues, resource, change);
    },
  );
}

async function saveOne(
  { db, directory, user, clock, schoolYear, t, format }: LivretRequest,
  catalogues: Catalogues,
  bilan: BilanRow,
  change: Change,
): Promise<JsonReply> {
  const context = { db, catalogues, personId: user.id, now: clock.now(), schoolYear };
  try {
    const { outcomes, row } = await saveChanges(context, bilan.id, [change], bilan);
    const [outcome] = outcomes;
    if (outcome?.kind !== 'clash') {
      if (outcome) await offerElements(row, { ...change, now: outcome.value }, db);
      return json({ value: outcome?.value, revision: row.revision });
    }
    const { value, yours, at, by } = outcome;
    const writer = by === undefined ? undefined : (await directory.persons([by])).get(by)?.displayName;
    const told = { by: writer ?? null, at: at === undefined ? null : format.moment(at) };
    return json({ value, yours, own: by === user.id, ...told, sentence: clashWords(outcome, writer, t, format) }, 409);
  } catch (error) {
    const refusal = refusalWords(error, change.now, bilan.year !== schoolYear, t);
    if (!refusal) throw error;
    return json({ sentence: refusal.sentence }, refusal.status);
  }
}

/** A change that was refused, for the person who typed it. */
interface Refusal {
  readonly status: 400 | 409;
  readonly sentence: string;
}

/** The words for an error of saving; undefined for errors that are nobody's mistake. */
function refusalWords(error: unknown, typed: string, isOver: boolean, t: LivretTexts): Refusal | undefined {
  if (error instanceof TooLongError) {
    return { status: 400, sentence: t('save.tooLong', { count: error.count, limit: error.limit }) };
  }
  if (error instanceof InputError) {
    return { status: 400, sentence: typed.length <= 3 ? t('save.notAPosition', { value: typed }) : t('save.refused') };
  }
  if (error instanceof UnknownCatalogueError) return { status: 409, sentence: t('save.unnamed') };
  if (error instanceof ConflictError) return { status: 409, sentence: t(isOver ? 'save.yearOver' : 'save.signed') };
  return undefined;
}
