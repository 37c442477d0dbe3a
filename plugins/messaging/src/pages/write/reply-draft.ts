// SPDX-License-Identifier: EUPL-1.2
import { ConflictError, type IncomingFile, type Reply } from '@volee/core-adapter';
import type { MessagingRequest } from '../../brick-types.js';
import { keepWithFiles } from '../../domain/attachments/keep-with-files.js';
import { dropFile } from '../../domain/attachments/remove-file.js';
import { bodyField, visible } from '../../domain/message/message-text.js';
import { moveThread } from '../../domain/box/move-thread.js';
import type { ShownAgain } from '../../domain/box/shown-again.js';
import type { Draft, StoredRows } from '../../domain/write/draft.js';
import { MOST_DRAFTS } from '../../domain/write/draft-room.js';
import { keepDraft } from '../../domain/write/keep-draft.js';
import { draftOfReply, keepReply, typedIn } from '../../domain/write/keep-reply.js';
import { findByForm, isOpen, rowsOf, type OpenedDraft } from '../../domain/write/read-draft.js';
import { TooManyDraftsError } from '../../domain/write/save-draft.js';
import { openedReply } from '../../domain/write/standing-reply.js';
import { draftPath, movePath, threadPath } from '../../paths.js';
import type { CopyRow } from '../../store/copy.entity.js';
import { droppedNotices } from '../../domain/words/dropped-notices.js';
import { attachedNotice } from '../shared/files/attached-notice.js';
import { REPLY_ID } from '../shared/thread/reply-id.js';
import type { NewReply } from './reply.input.js';

/** The form of a reply, and what it answers. */
export interface ReplyWork {
  readonly copy: CopyRow;
  /** Undefined when the message cannot be answered any more, and `draft` with it. */
  readonly answered: { readonly copy: CopyRow } | undefined;
  readonly draft: Draft | undefined;
  readonly form: NewReply;
  /** Shows the page again with what was typed. */
  showAgain(problem: string, status?: ShownAgain['status']): Promise<Reply>;
}

/** A reply that can be sent. */
export interface Ready {
  readonly isReady: true;
  /** The draft that holds an older text of the reply; undefined where the text is in no draft, or was just written into `stored`. */
  readonly opened?: OpenedDraft | undefined;
  /** The rows of the draft. */
  readonly stored?: StoredRows | undefined;
  /** Sentences about its files, for the page that follows. */
  readonly notices?: readonly string[];
}

/**
 * Does what a form of a reply asks of its draft: takes files in and out, or throws the draft away. A reply is sent with files only when all
 * of them were taken.
 * @returns whether the reply can be sent, or the answer to the form
 */
export async function replyInDraft(work: ReplyWork, request: MessagingRequest): Promise<Ready | Reply> {
  const { copy, form } = work;
  const { redirect } = request;
  const { files, hasFiles } = await withFirst(request.files);
  const opened = await openedReply(form.draft, request);
  const isUnchanged = opened ? opened.message.version === form.version : form.draft === undefined;
  const toThread = `${threadPath(copy.id)}#${REPLY_ID}`;
  if (!isUnchanged) {
    const before = await findByForm(request.user.id, form.form, request.db);
    const isSameText = before?.body === visible.parse(form.body);
    if (before && isSameText && hasFiles && form.do !== 'discard')
      return attach({ ...work, opened: undefined }, toThread, { ...request, files });
    // A second press of a button: of sending it is answered below like the first.
    if (before && before.message.state !== 'draft') return { isReady: true };
    const isSame = isSameText && before && isOpen(before) === (form.do !== 'discard');
    if (isSame) return redirect(toThread);
    if (work.answered || !hasFiles || !bodyField.safeParse(form.body).success) return keepOrShow(work, request);
    return attach({ ...work, opened: undefined }, toThread, { ...request, files });
  }
  const isThrown = form.do === 'discard';
  // The buttons of a draft that another tab has begun since: the page shows both texts, and sends nothing.
  if (!opened && (isThrown || form.drop !== undefined)) return keepOrShow(work, request);
  if (opened && (isThrown || form.drop !== undefined))
    await keepDraft(typedIn({ body: visible.parse(form.body), formKey: form.form }, opened), opened, request);
  if (opened && isThrown) return discard(opened, toThread, request);
  if (opened && form.drop !== undefined) {
    await dropFile(opened.copy, form.drop, request);
    return redirect(toThread);
  }
  if (!hasFiles && form.do !== 'attach') return { isReady: true, opened, stored: opened && rowsOf(opened) };
  return attach({ ...work, opened }, toThread, { ...request, files });
}

async function attach(
  { copy, answered, draft, form, opened, showAgain }: ReplyWork & { readonly opened: OpenedDraft | undefined },
  toThread: string,
  request: MessagingRequest,
): Promise<Ready | Reply> {
  const { redirect, t } = request;
  const body = visible.parse(form.body);
  const typed = { body, formKey: answered ? form.form : await freeKey(form.form, body, request) };
  try {
    const { stored, before, attached } = await keepWithFiles(
      draft ?? (await draftOfReply(copy, typed, request)),
      opened,
      request,
    );
    const notice = attachedNotice(attached, request);
    const isWhole = attached.refused.length === 0;
    if (!stored) return isWhole ? { isReady: true } : redirect(toThread, notice);
    const notices = droppedNotices(attached.dropped, t);
    if (!answered) return redirect(draftPath(stored.copyId), [...notices, t('reply.kept')].join(' '));
    // Nothing is new in a second press of the button that brings the same files.
    if (before && isWhole && attached.names.length === 0) return redirect(toThread);
    return form.do === 'send' && isWhole ? { isReady: true, stored, notices } : redirect(toThread, notice);
  } catch (error) {
    if (error instanceof TooManyDraftsError) return showAgain(t('draft.full', { count: MOST_DRAFTS }));
    if (error instanceof ConflictError) return keepOrShow({ copy, answered, form, showAgain }, request);
    throw error;
  }
}

/** The key of a form for a message that cannot be answered any more: none when it belongs to an earlier text, so that this one is kept too. */
async function freeKey(
  key: string | undefined,
  body: string,
  { user, db }: MessagingRequest,
): Promise<string | undefined> {
  const before = await findByForm(user.id, key, db);
  return before && before.body !== body ? undefined : key;
}

/** The text of a form that another one has overtaken: the page shows both, or keeps this one where no reply is written any more. */
function keepOrShow(
  { copy, answered, form, showAgain }: Pick<ReplyWork, 'copy' | 'answered' | 'form' | 'showAgain'>,
  request: MessagingRequest,
): Promise<Reply> {
  const body = bodyField.safeParse(form.body);
  if (answered || !body.success) return showAgain(request.t('reply.changed'), 409);
  return keepReply(copy, { body: body.data, formKey: form.form }, request);
}

async function discard({ copy }: OpenedDraft, toThread: string, request: MessagingRequest): Promise<Reply> {
  await moveThread(copy, 'trash', request);
  const undo = { path: movePath(copy.id), fields: { to: 'restore', copies: copy.id } };
  return request.redirect(toThread, request.t('draft.discarded'), undo);
}

/** The files of a form, and whether there are any. */
async function withFirst(
  files: AsyncIterable<IncomingFile>,
): Promise<{ readonly files: AsyncIterable<IncomingFile>; readonly hasFiles: boolean }> {
  const reader = files[Symbol.asyncIterator]();
  const first = await reader.next();
  async function* all(): AsyncGenerator<IncomingFile> {
    if (first.done) return;
    yield first.value;
    yield* { [Symbol.asyncIterator]: () => reader };
  }
  return { files: all(), hasFiles: !first.done };
}
