// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import type { Clock, NewRow, Profile, SchoolDatabase } from '@volee/core-adapter';
import type { Recipient } from '../rules/recipients.js';
import { CopyRow } from '../store/copy.entity.js';
import { MessageRow } from '../store/message.entity.js';
import { RecipientRow } from '../store/recipient.entity.js';
import { ReviewRow } from '../store/review.entity.js';
import { TextRow } from '../store/text.entity.js';
import { foldedText } from './message-text.js';
import type { Draft } from './draft.js';

interface Author {
  readonly id: string;
  readonly as: Profile;
  /** Whether the message is also to its author, and so goes to their inbox. */
  readonly isRecipient: boolean;
}

/** Writes the rows of a new message: the message, its text and recipients, the copy of its author, and reviews of these classes. */
export async function writeMessage(
  { recipients, subject, body, replyTo }: Draft,
  author: Author,
  classes: readonly string[],
  { db, clock }: { readonly db: SchoolDatabase; readonly clock: Clock },
): Promise<{ messageId: string; copyId: string }> {
  const now = clock.now();
  const threadId = replyTo?.threadId ?? randomUUID();
  const [message] = await db.repository(MessageRow).insert([
    {
      threadId,
      replyToId: replyTo?.id ?? null,
      authorId: author.id,
      asProfile: author.as,
      subject,
      state: classes.length > 0 ? 'held' : 'waiting',
      version: 1,
      urgent: false,
      sentAt: now,
      formKey: null,
    },
  ]);
  const messageId = message?.id ?? '';
  await db.repository(TextRow).insert([{ messageId, body, folded: foldedText(subject, body) }]);
  await db.repository(RecipientRow).insert(recipients.map((recipient) => recipientRow(messageId, recipient)));
  await db.repository(ReviewRow).insert(classes.map((groupId) => waitingReview(messageId, groupId, now)));
  const box = author.isRecipient ? ({ box: 'inbox', readAt: null } as const) : ({ box: 'sent', readAt: now } as const);
  const copies = db.repository(CopyRow);
  if (replyTo && author.isRecipient) {
    await copies.update({ threadId, ownerId: author.id, box: 'inbox', isLast: true }, { isLast: false });
  }
  const [copy] = await copies.insert([
    { ownerId: author.id, threadId, messageId, ...box, isLast: true, at: now, hiddenAt: null, purgeAt: null },
  ]);
  return { messageId, copyId: copy?.id ?? '' };
}

function recipientRow(messageId: string, recipient: Recipient): NewRow<RecipientRow> {
  if ('person' in recipient) return { messageId, toPerson: recipient.person, toGroup: null, part: null };
  if ('everyone' in recipient) return { messageId, toPerson: null, toGroup: null, part: recipient.everyone };
  return { messageId, toPerson: null, toGroup: recipient.group, part: recipient.profile };
}

export function waitingReview(messageId: string, groupId: string, heldAt: Date): NewRow<ReviewRow> {
  return { messageId, groupId, state: 'waiting', version: 1, heldAt, decidedBy: null, decidedAt: null, word: null };
}
