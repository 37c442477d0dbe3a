// SPDX-License-Identifier: EUPL-1.2
import { BusyError, ConflictError, InputError, NotFoundError } from '@volee/core-adapter';
import { z } from 'zod';
import type { MessagingBrick, MessagingRequest } from '../../brick-types.js';
import { authorOf } from '../../domain/message/read-message.js';
import { keepOnce, keepReply } from '../../domain/write/keep-reply.js';
import { findCopy } from '../../domain/box/find-copy.js';
import { CopyRow } from '../../store/copy.entity.js';
import { readRecipients } from '../../domain/box/read-box-list.js';
import { isReceived, reachedByAll } from '../../domain/box/reply-target.js';
import { showCopies, type ShownLetter } from '../../domain/box/show-copies.js';
import type { ShownAgain } from '../../domain/box/shown-again.js';
import { threadPage } from '../shared/thread/thread-page.js';
import { recallPath, threadPath } from '../../paths.js';
import { waitWords } from '../shared/wait-words.js';
import type { Draft } from '../../domain/write/draft.js';
import { bodyField, LONGEST_BODY } from '../../domain/message/message-text.js';
import { sentNotice } from '../../domain/write/plan-sentences.js';
import { sendMessage } from '../../domain/write/send-message.js';
import { sendingWait } from '../../domain/write/sending-wait.js';

/** Longer than any message: what is too long is shown again, so that nothing is lost. */
const newReply = z.object({
  body: z.string().max(10 * LONGEST_BODY),
  all: z.literal('1').optional(),
  form: z.uuid().optional(),
});

/** Registers replies: to the author of the message, or to everybody that it names. */
export function registerReplies({ http }: Pick<MessagingBrick, 'http'>): void {
  http.post('/copies/:id/reply', { access: 'write', body: newReply, load: CopyRow }, async (request) => {
    const { resource, body: form, t } = request;
    const body = bodyField.safeParse(form.body);
    const answered = await messageToAnswer(resource.id, request);
    if (!answered) {
      if (!body.success) throw new NotFoundError('Only a message that was received has a reply.');
      return keepReply(resource, { body: body.data, formKey: form.form }, request);
    }
    const showAgain = (problem: string, status: ShownAgain['status'] = 400): ReturnType<typeof threadPage> =>
      threadPage(answered.copy, request, { again: { status, problem, body: form.body } });
    if (!body.success) {
      return showAgain(form.body.trim() === '' ? t('reply.empty') : t('reply.tooLong', { count: LONGEST_BODY }));
    }
    const draft = await draftOf(answered, { ...form, body: body.data }, request);
    try {
      const { plan, copyId } = await sendMessage(draft, request);
      const undo = { path: recallPath(copyId), label: t('sent.undo') };
      return request.redirect(threadPath(answered.copy.id), sentNotice(plan, request), undo);
    } catch (error) {
      // A pause began, somebody left, or too much waits: the page of the draft says which. A program keeps its text itself.
      const isStopped = error instanceof InputError || error instanceof BusyError;
      const kept = isStopped && form.form ? await keepOnce(draft, request, draft.recipients) : undefined;
      if (kept) return request.redirect(kept.path, t('reply.stopped'));
      if (error instanceof InputError) return showAgain(t('reply.refused'));
      if (error instanceof ConflictError) {
        if (await messageToAnswer(resource.id, request)) return showAgain(t('reply.changed'), 409);
        return keepReply(resource, { body: body.data, formKey: form.form }, request);
      }
      if (!(error instanceof BusyError)) throw error;
      const wait = await sendingWait(request.user, true, request);
      if (!wait) throw error;
      return showAgain(waitWords(wait, request), 503);
    }
  });
}

interface Answered extends ShownLetter {
  readonly author: NonNullable<ReturnType<typeof authorOf>>;
}

/** The message that a reply answers; undefined when it is not among those received any more, or its author was erased. */
async function messageToAnswer(id: string, request: MessagingRequest): Promise<Answered | undefined> {
  const copy = await findCopy({ params: { id }, db: request.db });
  const [letter] = copy ? await showCopies([copy], request) : [];
  const author = letter && authorOf(letter.message);
  return author && isReceived(letter.copy, letter.message) ? { ...letter, author } : undefined;
}

async function draftOf(
  { message, author }: Answered,
  form: z.output<typeof newReply>,
  request: MessagingRequest,
): Promise<Draft> {
  const { id, threadId, subject } = message;
  const recipients = (await readRecipients([id], request)).get(id) ?? [];
  const all = form.all === '1' ? await reachedByAll(message, recipients, request) : [];
  const to = all.length > 0 ? all : [author.authorId];
  return {
    recipients: to.map((person) => ({ person })),
    subject,
    body: form.body,
    formKey: form.form,
    replyTo: { id, threadId, author, all: new Set(all) },
  };
}
