// SPDX-License-Identifier: EUPL-1.2
import { ConflictError, NotFoundError, type RedirectReply } from '@volee/core-adapter';
import type { MessagingRequest } from '../../brick-types.js';
import { authorOf } from '../message/read-message.js';
import { againAfterConflict } from '../../store/again-after-conflict.js';
import { showCopies } from '../box/show-copies.js';
import { draftPath, threadPath } from '../../paths.js';
import { droppedNotices } from '../words/dropped-notices.js';
import type { Recipient } from '../rules/recipients.js';
import type { Draft } from './draft.js';
import { subjectOf } from './subject-of.js';
import type { CopyRow } from '../../store/copy.entity.js';
import { MessageRow } from '../../store/message.entity.js';
import { MOST_DRAFTS } from './draft-room.js';
import { keepDraft } from './keep-draft.js';
import { findByForm, isOpen, type OpenedDraft } from './read-draft.js';

interface TypedReply {
  readonly body: string;
  readonly formKey?: string | undefined;
  /** The draft that holds the reply. */
  readonly opened?: OpenedDraft | undefined;
}

/**
 * Keeps a reply as a draft when its message cannot be answered from its page any more: it was thrown away in another tab, reported, taken
 * back, or has lost its author.
 * @throws NotFoundError for a message of the user's own
 * @throws ConflictError when the user has too many drafts
 */
export async function keepReply(copy: CopyRow, typed: TypedReply, request: MessagingRequest): Promise<RedirectReply> {
  const { redirect, t } = request;
  const { path, isSent, dropped } = await keepAsDraft(copy, typed, request);
  const sentences = [...droppedNotices(dropped, t), ...(isSent ? [] : [t('reply.kept')])];
  return redirect(path, sentences.length === 0 ? undefined : sentences.join(' '));
}

/** As {@link keepReply}, for a page of its own. */
export async function keepAsDraft(copy: CopyRow, typed: TypedReply, request: MessagingRequest): Promise<KeptReply> {
  const { opened } = typed;
  const rows = opened && (await keepDraft(typedIn(typed, opened), opened, request));
  if (rows) return { path: draftPath(rows.copyId), isSent: false, dropped: [] };
  const kept = await keepOnce(await draftOfReply(copy, typed, request), request);
  if (!kept) throw new ConflictError(`The reply cannot be kept: the user has ${MOST_DRAFTS} drafts.`);
  return kept;
}

/** The reply as the page of its draft has it. */
export function typedIn({ body, formKey }: TypedReply, { recipients, message, replyTo }: OpenedDraft): Draft {
  return { recipients, subject: message.subject, body, formKey, ...(replyTo && { replyTo }) };
}

/** The page of a reply that was kept: of its draft, or of the message that its form has sent before. */
interface KeptReply {
  readonly path: string;
  readonly isSent: boolean;
  /** The subjects of the drafts that were deleted from the trash to make room. */
  readonly dropped: readonly string[];
}

/**
 * Keeps a reply as a draft, once for each form. Of two requests of one form at the same time, the second one finds what the first one kept.
 * @param named the recipients that its page has named
 * @returns undefined when the user has too many drafts
 */
export function keepOnce(
  draft: Draft,
  request: MessagingRequest,
  named: readonly Recipient[] = [],
): Promise<KeptReply | undefined> {
  return againAfterConflict(() => findOrKeep(draft, request, named));
}

async function findOrKeep(
  draft: Draft,
  request: MessagingRequest,
  named: readonly Recipient[],
): Promise<KeptReply | undefined> {
  const before = await findByForm(request.user.id, draft.formKey, request.db);
  const isSame = before?.body === draft.body;
  const isThrown = before?.message.state === 'draft' && !isOpen(before);
  if (isSame && !isThrown) {
    const isSent = !isOpen(before);
    return { path: isSent ? threadPath(before.copy.id) : draftPath(before.copy.id), isSent, dropped: [] };
  }
  // A draft in the trash is not kept: the key goes to the new one, which a further press finds.
  if (isSame) await request.db.repository(MessageRow).update({ id: before.message.id }, { formKey: null });
  // The key belongs to another text.
  const own = before && !isSame ? { ...draft, formKey: undefined } : draft;
  const kept = await keepDraft(own, undefined, request, named);
  return kept && { path: draftPath(kept.copyId), isSent: false, dropped: kept.dropped };
}

/**
 * The draft of a reply: a reply to the message when that was only thrown away; otherwise a new message, which names its author where that
 * is allowed.
 */
export async function draftOfReply(
  copy: CopyRow,
  { body, formKey }: TypedReply,
  request: MessagingRequest,
): Promise<Draft> {
  const isHidden = copy.hiddenAt !== null;
  const [letter] = isHidden ? [] : await showCopies([copy], request);
  if (letter?.message.authorId === request.user.id)
    throw new NotFoundError('Nobody replies to a message of their own.');
  const author = letter && authorOf(letter.message);
  const isThere = letter !== undefined && letter.copy.recalledAt === null;
  return {
    recipients: author ? [{ person: author.authorId }] : [],
    subject: isThere && letter.message.subject !== '' ? letter.message.subject : subjectOf(body),
    body,
    formKey,
    ...(author && isThere && { replyTo: { id: letter.message.id, threadId: letter.message.threadId, author } }),
  };
}
