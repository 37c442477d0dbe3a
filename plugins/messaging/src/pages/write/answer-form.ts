// SPDX-License-Identifier: EUPL-1.2
import { ForbiddenError, type Reply } from '@volee/core-adapter';
import type { MessagingRequest } from '../../brick-types.js';
import type { OpenedDraft } from '../../domain/write/read-draft.js';
import { isUnchanged } from '../../domain/write/save-draft.js';
import type { WriteForm } from '../../domain/write/write.input.js';
import { postedForm, type Answer, type LatePosted } from './posted-form.js';
import { discard, keepBoth, leave, saveForScript, saveThen, tellScript } from './save-answers.js';
import { send, sentBefore, toAll, toReached } from './send-answers.js';

interface Answers {
  /** The draft is as the form knows it, or there is none yet. */
  readonly plain: Answer;
  /** The same, and a button adds or removes a recipient, or takes a file out: nothing is sent or thrown away. */
  readonly picking: Answer;
  /** Another form has changed, sent or thrown away the draft. */
  readonly late: Answer<LatePosted>;
}

const ANSWERS: Readonly<Record<WriteForm['do'], Answers>> = {
  send: { plain: send(toAll), picking: saveThen(), late: sentBefore(toAll) },
  'send-rest': { plain: send(toReached), picking: saveThen(), late: sentBefore(toReached) },
  save: {
    plain: saveThen({ isKeptEmpty: true, isTold: true }),
    picking: saveThen({ isKeptEmpty: true, isTold: true }),
    late: keepBoth,
  },
  keep: { plain: saveForScript, picking: saveForScript, late: tellScript },
  search: { plain: saveThen({ query: searchOf }), picking: saveThen(), late: keepBoth },
  clear: { plain: saveThen(), picking: saveThen(), late: keepBoth },
  attach: {
    plain: saveThen({ isKeptEmpty: true, query: () => ({ attach: 'true' }) }),
    picking: saveThen({ isKeptEmpty: true }),
    late: keepBoth,
  },
  said: { plain: saveThen({ query: () => ({ said: 'true' }) }), picking: saveThen(), late: keepBoth },
  discard: { plain: discard, picking: saveThen(), late: leave },
};

/** Answers the form of a message: sends it, or saves it and shows the page again. Nothing that was typed is lost on any way. */
export async function answerForm(
  form: WriteForm,
  opened: OpenedDraft | undefined,
  request: MessagingRequest,
): Promise<Reply> {
  if (form.urgent && !request.user.profiles.includes('head')) throw new ForbiddenError('Only a head sends urgently.');
  const posted = postedForm(form, opened, request);
  const { plain, picking, late } = ANSWERS[form.do];
  if (opened && !isUnchanged(opened, { draft: posted.draft, version: form.version })) {
    return late({ ...posted, opened }, request);
  }
  const isPicking = form.add !== undefined || form.remove !== undefined || form.drop !== undefined;
  return isPicking ? picking(posted, request) : plain(posted, request);
}

function searchOf({ q }: WriteForm): Record<string, string> {
  return q === undefined ? {} : { q };
}
