// SPDX-License-Identifier: EUPL-1.2
import type { SchoolDatabase } from '@volee/core-adapter';
import { authorOf, recipientOf } from '../message/read-message.js';
import type { Recipient } from '../rules/recipients.js';
import type { Draft, StoredRows } from './draft.js';
import { CopyRow } from '../../store/copy.entity.js';
import { MessageRow } from '../../store/message.entity.js';
import { RecipientRow } from '../../store/recipient.entity.js';
import { TextRow } from '../../store/text.entity.js';

/** A message of its author as it is stored: a draft, or one that another request has sent in the meantime. */
export interface OpenedDraft {
  readonly copy: CopyRow;
  readonly message: MessageRow;
  readonly body: string;
  readonly recipients: readonly Recipient[];
  readonly replyTo: Draft['replyTo'];
}

/** Undefined when the message is gone, or the owner of the copy is not its author. */
export async function readDraft(copy: CopyRow, db: SchoolDatabase): Promise<OpenedDraft | undefined> {
  const { messageId, ownerId } = copy;
  const messages = db.repository(MessageRow);
  const message = await messages.findOne({ where: { id: messageId, authorId: ownerId } });
  if (!message) return undefined;
  const text = await db.repository(TextRow).findOne({ where: { messageId } });
  const rows = await db.repository(RecipientRow).find({ where: { messageId } });
  const answered = message.replyToId ? await messages.findOne({ where: { id: message.replyToId } }) : undefined;
  const author = answered && authorOf(answered);
  return {
    copy,
    message,
    body: text?.body ?? '',
    recipients: rows.flatMap(recipientOf),
    replyTo: answered && author && { id: answered.id, threadId: answered.threadId, author },
  };
}

/** The message that a form has saved or sent before, by the key of the form. */
export async function findByForm(
  userId: string,
  formKey: string | undefined,
  db: SchoolDatabase,
): Promise<OpenedDraft | undefined> {
  if (formKey === undefined) return undefined;
  const message = await db.repository(MessageRow).findOne({ where: { authorId: userId, formKey } });
  if (!message) return undefined;
  const copy = await db.repository(CopyRow).findOne({ where: { messageId: message.id, ownerId: userId } });
  return copy && readDraft(copy, db);
}

export function rowsOf({ copy, message }: OpenedDraft): StoredRows {
  return { messageId: message.id, threadId: message.threadId, version: message.version, copyId: copy.id };
}

/** Whether a draft can still be edited: not when it was thrown away or sent. */
export function isOpen({ copy, message }: OpenedDraft): boolean {
  return message.state === 'draft' && copy.box === 'drafts';
}
