// SPDX-License-Identifier: EUPL-1.2
import { BusyError, InputError, type Reply } from '@volee/core-adapter';
import type { MessagingRequest } from '../../brick-types.js';
import { isChild } from '../../domain/child/is-child.js';
import { judgeMessage } from '../../domain/message/judge-message.js';
import type { Draft } from '../../domain/write/draft.js';
import { isSameMessage } from '../../domain/write/is-same-message.js';
import { keepDraft } from '../../domain/write/keep-draft.js';
import { sentNotice } from '../../domain/write/plan-sentences.js';
import { rowsOf } from '../../domain/write/read-draft.js';
import { unreachedRecipients } from '../../domain/write/refuse-unreached.js';
import { sendMessage, type Sent } from '../../domain/write/send-message.js';
import { hasProblems, lengthProblems, sendProblems, type WriteProblems } from '../../domain/write/write-problems.js';
import { boxPath, recallPath, threadPath } from '../../paths.js';
import { writePage, type Written } from '../shared/write/write-page.js';
import type { Answer, LatePosted, Posted } from './posted-form.js';
import { keepBoth } from './save-answers.js';

type ToSend = (draft: Draft, request: MessagingRequest) => Draft | Promise<Draft>;

export const toAll: ToSend = (draft) => draft;

/** Sends to the recipients that may receive it. */
export const toReached: ToSend = async (draft, request) => {
  const sender = { personId: request.user.id, ...(draft.replyTo && { replyTo: draft.replyTo.author }) };
  const judged = await judgeMessage(sender, draft.recipients, request);
  const unreached = unreachedRecipients(request.user.id, draft.recipients, judged);
  return { ...draft, recipients: draft.recipients.filter((one) => !unreached.includes(one)) };
};

/** Sends the message, or shows the form again with why it was not sent. */
export function send(toSend: ToSend): Answer {
  return async (posted, request) => {
    const { t } = request;
    const { form } = posted;
    const draft = await toSend(posted.draft, request);
    const problems: WriteProblems = {
      ...sendProblems(draft, t),
      ...(form.urgent && form.reason === '' && { reason: t('problem.noReason') }),
    };
    if (hasProblems(problems)) return stopped({ ...posted, draft }, { problems, status: 400 }, request);
    try {
      return afterSending(await sendPosted({ ...posted, draft }, request), request);
    } catch (error) {
      if (error instanceof InputError) return stopped(posted, { isRefused: true, status: 400 }, request);
      if (error instanceof BusyError) return stopped(posted, { status: 503 }, request);
      throw error;
    }
  };
}

/** A second press of the button of a form is answered like the first; another text than the first one sent is kept. */
export function sentBefore(toSend: ToSend): Answer<LatePosted> {
  return async (posted, request) => {
    const { message, recipients, body } = posted.opened;
    const isOfForm = posted.form.form !== undefined && message.formKey === posted.form.form;
    if (!isOfForm || message.state === 'draft') return keepBoth(posted, request);
    const draft = await toSend(posted.draft, request);
    const isSame = isSameMessage(draft, { recipients, subject: message.subject, body });
    return isSame ? afterSending(await sendMessage(draft, request), request) : keepBoth(posted, request);
  };
}

function sendPosted({ form, draft, opened }: Posted, request: MessagingRequest): ReturnType<typeof sendMessage> {
  const stored = opened && rowsOf(opened);
  if (!draft.urgent) return sendMessage({ ...draft, stored }, request);
  const subject = { reason: form.reason };
  return request.audit('messaging.urgent', subject, async () => {
    const sent = await sendMessage({ ...draft, stored }, request);
    return { subject: sent.isNew ? subject : null, result: sent };
  });
}

/**
 * Shows the form again with why it was not sent. The text that a page sent is kept as a draft; a program keeps its text itself. Without a text
 * there is nothing to keep: the page shows the recipients again.
 */
async function stopped(
  { form, draft, opened }: Posted,
  answer: Pick<Written, 'problems' | 'isRefused' | 'status'>,
  request: MessagingRequest,
): Promise<Reply> {
  const isBlank = !opened && draft.subject === '' && draft.body === '';
  const isKept = !isBlank && form.form !== undefined && !hasProblems(lengthProblems(draft, request.t));
  const kept = isKept ? await keepDraft(draft, opened, request) : undefined;
  return writePage({ ...draft, opened, form, ...(kept && { kept }), ...answer }, request);
}

/** A pupil is told by the page of the message what became of it. */
function afterSending({ plan, copyId }: Sent, request: MessagingRequest): Reply {
  if (isChild(request.user)) return request.redirect(threadPath(copyId));
  const undo = { path: recallPath(copyId), label: request.t('sent.undo') };
  return request.redirect(boxPath('sent'), sentNotice(plan, request), undo);
}
