// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import { ConflictError, type NewRow, type Profile, type SchoolDatabase, type SchoolWork } from '@volee/core-adapter';
import { askReviews } from '../message/ask-reviews.js';
import { CopyRow } from '../../store/copy.entity.js';
import { MessageRow } from '../../store/message.entity.js';
import { RecipientRow } from '../../store/recipient.entity.js';
import { TextRow } from '../../store/text.entity.js';
import type { DeliveryPlan } from '../message/delivery-plan.js';
import type { Draft, StoredRows } from './draft.js';
import { foldedText } from '../message/message-text.js';
import { recipientRow } from './recipient-row.js';

interface Author {
  readonly id: string;
  readonly as: Profile;
  /** Whether the message is also to its author, and so goes to their inbox. */
  readonly isRecipient: boolean;
}

interface Written {
  readonly messageId: string;
  readonly copyId: string;
}

type WriteTools = Pick<SchoolWork, 'db' | 'clock'>;

/**
 * Writes the rows of a message that is sent: the message, its text and recipients, the copy of its author, and reviews of the classes that hold it. A
 * draft keeps its rows.
 * @throws ConflictError when the draft was changed or sent in the meantime, or the same form by another request
 */
export async function writeMessage(
  draft: Draft,
  author: Author,
  { held, heldFor }: Pick<DeliveryPlan, 'held' | 'heldFor'>,
  tools: WriteTools,
): Promise<Written> {
  const { db, clock } = tools;
  const { recipients, subject, body, replyTo, stored } = draft;
  const threadId = stored?.threadId ?? replyTo?.threadId ?? randomUUID();
  const sent = {
    asProfile: author.as,
    subject,
    state: held.size > 0 ? 'held' : 'waiting',
    urgent: draft.urgent ?? false,
    apart: draft.apart ?? false,
    sentAt: clock.now(),
    settledAt: null,
    formKey: draft.formKey ?? null,
    formTurn: draft.formTurn ?? null,
  } as const;
  const messageId = stored
    ? await turnDraft(stored, sent, db)
    : await insertMessage({ ...sent, threadId, replyToId: replyTo?.id ?? null, authorId: author.id, version: 1 }, db);
  await db.repository(TextRow).insert([{ messageId, body, folded: foldedText(subject, body) }]);
  await db.repository(RecipientRow).insert(recipients.map((recipient) => recipientRow(messageId, recipient)));
  await askReviews(messageId, { classes: [...held.keys()], heldAt: sent.sentAt, heldFor }, db);
  const thread = { threadId, isReply: replyTo !== undefined };
  return { messageId, copyId: await giveToAuthor({ messageId, stored, ...thread }, author, tools) };
}

async function insertMessage(row: NewRow<MessageRow>, db: SchoolDatabase): Promise<string> {
  const [message] = await db.repository(MessageRow).insert([row]);
  return message?.id ?? '';
}

/** Makes the rows of a draft those of a sent message. Its text and recipients are written anew. */
async function turnDraft(
  { messageId, version }: StoredRows,
  sent: Partial<NewRow<MessageRow>>,
  db: SchoolDatabase,
): Promise<string> {
  const where = { id: messageId, state: 'draft', version } as const;
  const turned = await db.repository(MessageRow).update(where, { ...sent, version: version + 1 });
  if (turned === 0) throw new ConflictError('The draft was changed or sent by another request.');
  await db.repository(TextRow).delete({ messageId });
  await db.repository(RecipientRow).delete({ messageId });
  return messageId;
}

async function giveToAuthor(
  message: { messageId: string; threadId: string; isReply: boolean; stored: StoredRows | undefined },
  author: Author,
  { db, clock }: WriteTools,
): Promise<string> {
  const { messageId, threadId, stored } = message;
  const copies = db.repository(CopyRow);
  if (message.isReply && author.isRecipient) {
    await copies.update({ threadId, ownerId: author.id, box: 'inbox', isLast: true }, { isLast: false });
  }
  const at = clock.now();
  const box = author.isRecipient ? ({ box: 'inbox', readAt: null } as const) : ({ box: 'sent', readAt: at } as const);
  const place = { ...box, isLast: true, at, shownAt: at, recalledAt: null, hiddenAt: null, purgeAt: null };
  if (stored) {
    // The nightly job may have removed it meanwhile, and a message without a copy would leave its author nothing of it.
    if ((await copies.update({ id: stored.copyId }, place)) === 0)
      throw new ConflictError('The draft is gone for good.');
    return stored.copyId;
  }
  const [copy] = await copies.insert([{ ownerId: author.id, threadId, messageId, ...place }]);
  return copy?.id ?? '';
}
