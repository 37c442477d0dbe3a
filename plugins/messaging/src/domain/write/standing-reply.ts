// SPDX-License-Identifier: EUPL-1.2
import type { SchoolDatabase } from '@volee/core-adapter';
import { CopyRow } from '../../store/copy.entity.js';
import { draftsInThreads } from '../box/drafts-in-threads.js';
import { isReceived } from '../box/reply-target.js';
import type { AttachmentRow } from '../../store/attachment.entity.js';
import { filesOf } from '../message/files-of.js';
import { isOpen, readDraft, type OpenedDraft } from './read-draft.js';

/** A draft of a reply, with its files. */
export interface StandingDraft extends OpenedDraft {
  readonly files: readonly AttachmentRow[];
}

/**
 * The draft that the page of a thread shows as the reply to one person.
 * @param drafts those of the reader in the thread, the newest first
 */
export async function standingDraft(
  drafts: readonly CopyRow[],
  authorId: string,
  db: SchoolDatabase,
): Promise<StandingDraft | undefined> {
  const opened = await standingReply(drafts, authorId, db);
  return opened && { ...opened, files: await filesOf(opened.message.id, db) };
}

/** The draft of a reply to one person, which the page of its thread shows: the newest of these drafts. */
async function standingReply(
  drafts: readonly CopyRow[],
  authorId: string,
  db: SchoolDatabase,
): Promise<OpenedDraft | undefined> {
  for (const copy of drafts) {
    const opened = await readDraft(copy, db);
    if (opened && isOpen(opened) && isReplyTo(opened, authorId)) return opened;
  }
  return undefined;
}

function isReplyTo({ recipients, replyTo }: OpenedDraft, authorId: string): boolean {
  const [only, ...others] = recipients;
  const isAlone = only !== undefined && others.length === 0 && 'person' in only && only.person === authorId;
  return isAlone && replyTo?.author.authorId === authorId;
}

/**
 * The copy of the message that a draft answers, where the page of its thread shows the draft: a text has one page.
 * @returns undefined for a draft with a page of its own
 */
export async function threadOfReply(opened: OpenedDraft, db: SchoolDatabase): Promise<string | undefined> {
  const { copy, replyTo } = opened;
  if (!replyTo) return undefined;
  const { ownerId, threadId } = copy;
  const answered = await db.repository(CopyRow).findOne({ where: { messageId: replyTo.id, ownerId } });
  if (!answered || answered.hiddenAt !== null || !isReceived(answered, replyTo.author)) return undefined;
  const drafts = await draftsInThreads({ ownerId, threadIds: [threadId] }, db);
  const standing = await standingReply(drafts, replyTo.author.authorId, db);
  return standing?.copy.id === copy.id ? answered.id : undefined;
}

/** The draft that the form of a reply names; undefined once it was sent or thrown away. */
export async function openedReply(
  copyId: string | undefined,
  { user, db }: { readonly user: { readonly id: string }; readonly db: SchoolDatabase },
): Promise<OpenedDraft | undefined> {
  if (copyId === undefined) return undefined;
  const copy = await db.repository(CopyRow).findOne({ where: { id: copyId, ownerId: user.id } });
  const opened = copy && (await readDraft(copy, db));
  return opened && isOpen(opened) ? opened : undefined;
}
