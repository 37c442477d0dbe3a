// SPDX-License-Identifier: EUPL-1.2
import type { PageReply } from '@volee/core-adapter';
import { z } from 'zod';
import type { LivretBrick, LivretRequest } from '../../brick-types.js';
import type { Catalogues } from '../../domain/catalogue/catalogues.js';
import { sendBack } from '../../domain/life/back-to-draft.js';
import { boardListPath, SEND_BACK_PATH, boardOf } from '../../paths.js';
import { choiceFields, chosenBilans, type Choice } from '../../domain/board/choose-bilans.js';
import { readBoard } from '../../domain/board/read-board.js';
import { presentSendBack } from './send-back.presenter.js';
import { SendBackView } from './send-back.view.js';
import { readWord } from '../shared/word-field.js';

const query = z.strictObject({ period: choiceFields.period, class: z.uuid().optional() });
const body = z.strictObject({ ...choiceFields, word: z.string().max(5_000).default('') });

/** Registers sending back: the head sends a class, or some bilans of one, back to its teachers with a word. */
export function registerSendingBack({ http }: Pick<LivretBrick, 'http'>, catalogues: Catalogues): void {
  http.get(SEND_BACK_PATH, { access: 'visa', query }, (request) => {
    const { period, class: one } = request.query;
    return sendBackPage(
      { period, class: one === undefined ? [] : [one], bilan: [], word: '' },
      { request, catalogues },
    );
  });

  http.post(SEND_BACK_PATH, { access: 'visa', body }, async (request) => {
    const { body: choice, t, redirect } = request;
    const read = readWord(choice.word, t);
    if ('problem' in read) return sendBackPage({ ...choice, problem: { word: read.problem } }, { request, catalogues });
    if (choice.class.length + choice.bilan.length === 0) {
      return sendBackPage({ ...choice, problem: { class: t('sendBack.noClass') } }, { request, catalogues });
    }
    const board = await readBoard(choice.period, catalogues, request);
    const chosen = await chosenBilans(choice, ['signed', 'visa'], board, request);
    // Nobody could sign the draft of a pupil who left, or of a class for which the livret is off: their bilans stay as they are.
    const off = board.classes.filter(({ isOff }) => isOff).flatMap(({ bilans }) => bilans);
    const stays = new Set([...board.departed, ...off].map(({ id }) => id));
    const rows = chosen.rows.filter(({ id }) => !stays.has(id));
    const { done, changed } = await sendBack(rows, read.word, request);
    const missed = changed.length + chosen.unseen.length + chosen.rows.length - rows.length;
    const whyLess = missed === 0 ? [] : [t('sendBack.changed', { count: missed })];
    if (done.length === 0) {
      const refusal = [t('sendBack.doneNone'), ...whyLess].join(' ');
      return sendBackPage({ ...choice, refusal }, { request, catalogues });
    }
    const back = choice.from === undefined ? boardOf(choice.period) : boardListPath(choice.from, choice.period);
    return redirect(back, [t('sendBack.done', { count: done.length }), ...whyLess].join(' '));
  });
}

interface TypedSendBack extends Choice {
  readonly word: string;
  readonly from?: string | undefined;
  readonly problem?: { readonly word?: string; readonly class?: string };
  /** Why nothing was sent back: the bilans have changed meanwhile. The word stays. */
  readonly refusal?: string;
}

async function sendBackPage(
  typed: TypedSendBack,
  { request, catalogues }: { request: LivretRequest; catalogues: Catalogues },
): Promise<PageReply> {
  const { t, page, asset } = request;
  const board = await readBoard(typed.period, catalogues, request);
  const { rows } = await chosenBilans({ ...typed, class: [] }, [], board, request);
  const model = await presentSendBack({ ...typed, board, rows }, request);
  return page(t('sendBack.title'), <SendBackView model={model} t={t} />, {
    styles: [asset('livret-bridge-board.css')],
    ...(typed.problem && { status: 400 }),
    ...(typed.refusal !== undefined && { status: 409 }),
  });
}
