// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import type { ExampleAbout, ExampleRequest } from '@volee/core-adapter/testing';
import { foldedText } from '../../domain/message/message-text.js';
import { CopyRow, type Box } from '../../store/copy.entity.js';
import { MessageRow } from '../../store/message.entity.js';
import { RecipientRow } from '../../store/recipient.entity.js';
import { RefusalRow } from '../../store/refusal.entity.js';
import { ReviewRow } from '../../store/review.entity.js';
import { TextRow } from '../../store/text.entity.js';

const AT = new Date('2026-11-24T09:00:00Z');

/** A message of the person, with the marker in its text. */
export async function exampleMessage(
  { db, personId, marker }: ExampleAbout,
  state: MessageRow['state'],
  authorId: string | null = personId,
): Promise<MessageRow> {
  const threadId = randomUUID();
  const [row] = await db.repository(MessageRow).insert([
    {
      ...{ threadId, replyToId: null, authorId, asProfile: 'teacher', subject: marker, state },
      ...{ version: 1, urgent: false, apart: null, sentAt: AT, settledAt: null, formKey: null, formTurn: null },
    },
  ]);
  if (!row) throw new Error('The message was not written.');
  await db.repository(TextRow).insert([{ messageId: row.id, body: marker, folded: foldedText(marker, marker) }]);
  return row;
}

/** A message of which the person has a copy. */
export async function exampleCopy(
  about: ExampleAbout,
  box: Box,
  {
    at = AT,
    state = box === 'drafts' ? 'draft' : 'sent',
    authorId = about.personId,
  }: { readonly at?: Date; readonly state?: MessageRow['state']; readonly authorId?: string | null } = {},
): Promise<string> {
  const { db, personId } = about;
  const { id: messageId, threadId } = await exampleMessage(about, state, authorId);
  await db
    .repository(RecipientRow)
    .insert([{ messageId, toPerson: personId, toGroup: null, part: null, missedAt: null }]);
  const [row] = await db.repository(CopyRow).insert([
    {
      ...{ ownerId: personId, threadId, messageId, box, isLast: true, at },
      ...{ readAt: null, shownAt: AT, recalledAt: null, hiddenAt: null, purgeAt: null },
    },
  ]);
  return row?.id ?? '';
}

/** A message that waits for a teacher of the class. Its author's copy is left out: the scope is that of the review. */
export async function exampleReview(about: ExampleAbout, decidedBy: string | null = null): Promise<string> {
  const { db, groupId } = about;
  const { id: messageId } = await exampleMessage(about, 'held');
  const state = decidedBy === null ? 'waiting' : 'refused';
  const decision = { decidedBy, decidedAt: decidedBy === null ? null : AT, word: null };
  const [row] = await db
    .repository(ReviewRow)
    .insert([{ messageId, groupId, state, version: 1, heldAt: AT, heldFor: 'consent', ...decision }]);
  if (row && decidedBy !== null)
    await db
      .repository(RefusalRow)
      .insert([{ messageId, reviewId: row.id, decidedBy, decidedAt: AT, word: about.marker, toldAt: null }]);
  return row?.id ?? '';
}

/** The newest message ends the page before; an older one is on this page. */
export const pageOf =
  (box: Box) =>
  async (about: ExampleAbout): Promise<ExampleRequest> => {
    const after = await exampleCopy(about, box);
    await exampleCopy(about, box, { at: new Date(AT.getTime() - 1_000) });
    return { query: { after } };
  };
