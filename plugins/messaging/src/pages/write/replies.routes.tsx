// SPDX-License-Identifier: EUPL-1.2
import { BusyError, ConflictError, InputError, NotFoundError, type Reply } from '@volee/core-adapter';
import type { MessagingBrick, MessagingRequest } from '../../brick-types.js';
import { authorOf } from '../../domain/message/read-message.js';
import { keepDraft } from '../../domain/write/keep-draft.js';
import { keepOnce, keepReply, typedIn } from '../../domain/write/keep-reply.js';
import { findCopy } from '../../domain/box/find-copy.js';
import { CopyRow } from '../../store/copy.entity.js';
import { droppedNotices } from '../../domain/words/dropped-notices.js';
import { readRecipients } from '../../domain/box/read-box-list.js';
import { isReceived, reachedByAll } from '../../domain/box/reply-target.js';
import { showCopies, type ShownLetter } from '../../domain/box/show-copies.js';
import { MOST_IN_FORM } from '../../domain/attachments/limits.js';
import { threadPage } from '../shared/thread/thread-page.js';
import { draftPath, recallPath, threadPath } from '../../paths.js';
import { waitWords } from '../shared/wait-words.js';
import type { Draft } from '../../domain/write/draft.js';
import type { OpenedDraft } from '../../domain/write/read-draft.js';
import { bodyField, LONGEST_BODY, visible } from '../../domain/message/message-text.js';
import { sentNotice } from '../../domain/write/plan-sentences.js';
import { sendMessage } from '../../domain/write/send-message.js';
import { sendingWait } from '../../domain/write/sending-wait.js';
import { newReply, type NewReply } from './reply.input.js';
import { replyInDraft, type Ready, type ReplyWork } from './reply-draft.js';

/** Registers replies: to the author of the message, or to everybody that it names. Files make a draft of the reply. */
export function registerReplies({ http }: Pick<MessagingBrick, 'http'>): void {
  const reply = { access: 'write', body: newReply, load: CopyRow, upload: { maxFiles: MOST_IN_FORM } } as const;
  http.post('/copies/:id/reply', reply, async (request) => {
    const { resource, body: form, t } = request;
    const answered = await messageToAnswer(resource.id, request);
    const body = bodyField.safeParse(form.body);
    const showAgain: ReplyWork['showAgain'] = (problem, status = 400) =>
      threadPage(answered?.copy ?? resource, request, { again: { status, problem, body: form.body } });
    const isTooLong = !body.success && visible.parse(form.body) !== '';
    if (answered && isTooLong) return showAgain(t('reply.tooLong', { count: LONGEST_BODY }));
    const draft = answered && (await draftOf(answered, { ...form, body: visible.parse(form.body) }, request));
    const held = await replyInDraft({ copy: resource, answered, draft, form, showAgain }, request);
    if (!('isReady' in held)) return held;
    if (!answered || !draft) {
      if (!body.success) throw new NotFoundError('Only a message that was received has a reply.');
      return keepReply(resource, { body: body.data, formKey: form.form, opened: held.opened }, request);
    }
    if (!body.success) return showAgain(t('reply.empty'));
    return sendReply({ ...held, answered, draft, showAgain }, request);
  });
}

interface ToSend extends Pick<ReplyWork, 'showAgain'>, Pick<Ready, 'opened' | 'stored' | 'notices'> {
  readonly answered: Answered;
  readonly draft: Draft;
}

/** Sends a reply, or keeps it as a draft when the rules stop it. */
async function sendReply(
  { answered, draft, opened, stored, notices = [], showAgain }: ToSend,
  request: MessagingRequest,
): Promise<Reply> {
  const { redirect, t } = request;
  try {
    const { plan, copyId } = await sendMessage({ ...draft, stored }, request);
    const undo = { path: recallPath(copyId), label: t('sent.undo') };
    return redirect(threadPath(answered.copy.id), [...notices, sentNotice(plan, request)].join(' '), undo);
  } catch (error) {
    // A pause began, somebody left, or too much waits: the page of the draft says which. A program keeps its text itself.
    const isStopped = error instanceof InputError || error instanceof BusyError;
    const isOvertaken = isStopped && opened !== undefined && !(await keepTypedIn(opened, draft, request));
    if (isOvertaken || error instanceof ConflictError) {
      if (await messageToAnswer(answered.copy.id, request)) return showAgain(t('reply.changed'), 409);
      return keepReply(answered.copy, { body: draft.body, formKey: draft.formKey }, request);
    }
    const stopped = [...notices, t('reply.stopped')].join(' ');
    if (isStopped && stored) return redirect(draftPath(stored.copyId), stopped);
    const kept = isStopped && draft.formKey ? await keepOnce(draft, request, draft.recipients) : undefined;
    if (kept) return redirect(kept.path, [...droppedNotices(kept.dropped, t), stopped].join(' '));
    if (error instanceof InputError) return showAgain(t('reply.refused'));
    if (!(error instanceof BusyError)) throw error;
    const wait = await sendingWait(request.user, true, request);
    if (!wait) throw error;
    return showAgain(waitWords(wait, request), 503);
  }
}

/**
 * Keeps the text of a reply in the draft that holds it.
 * @returns false when another request has changed the draft
 */
async function keepTypedIn(opened: OpenedDraft, draft: Draft, request: MessagingRequest): Promise<boolean> {
  try {
    await keepDraft(typedIn(draft, opened), opened, request);
    return true;
  } catch (error) {
    if (error instanceof ConflictError) return false;
    throw error;
  }
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

async function draftOf({ message, author }: Answered, form: NewReply, request: MessagingRequest): Promise<Draft> {
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
