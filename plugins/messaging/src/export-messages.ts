// SPDX-License-Identifier: EUPL-1.2
import type { PersonExport, SchoolDatabase } from '@volee/core-adapter';
import { readLetters } from './mailbox/read-letters.js';
import { CopyRow } from './store/copy.entity.js';
import { MessageRow } from './store/message.entity.js';
import { RecipientRow } from './store/recipient.entity.js';
import { ReviewRow } from './store/review.entity.js';

/** Messages read at a time. */
const PART = 500;

/** What a person wrote, received and decided; names of other persons are not part of it. */
export async function exportMessages(personId: string, db: SchoolDatabase): Promise<PersonExport['records']> {
  const written = await db
    .repository(MessageRow)
    .find({ where: { authorId: personId }, order: { sentAt: 'ASC', id: 'ASC' } });
  const copies = await db.repository(CopyRow).find({ where: { ownerId: personId }, order: { at: 'ASC', id: 'ASC' } });
  const named = await db.repository(RecipientRow).find({ where: { toPerson: personId } });
  const decided = await db.repository(ReviewRow).find({ where: { decidedBy: personId }, order: { heldAt: 'ASC' } });
  const letters = await lettersOf([...written.map(({ id }) => id), ...copies.map(({ messageId }) => messageId)], db);
  return {
    written: written.map(({ id, subject, asProfile, state, version, urgent, sentAt }) => ({
      ...{ subject, text: letters.get(id)?.body, as: asProfile, state, changes: version, urgent, sentAt },
    })),
    copies: copies.map(({ messageId, box, at, readAt, hiddenAt, purgeAt }) => {
      const letter = letters.get(messageId);
      return { subject: letter?.message.subject, text: letter?.body, box, at, readAt, hiddenAt, purgeAt };
    }),
    named: named.map(({ messageId, part }) => ({ message: messageId, part })),
    decisions: decided.map(({ state, version, heldAt, decidedAt, word }) => ({
      ...{ state, changes: version, heldAt, decidedAt, word },
    })),
  };
}

async function lettersOf(ids: readonly string[], db: SchoolDatabase): ReturnType<typeof readLetters> {
  const distinct = [...new Set(ids)];
  const letters: Awaited<ReturnType<typeof readLetters>> = new Map();
  for (let start = 0; start < distinct.length; start += PART) {
    for (const [id, letter] of await readLetters(distinct.slice(start, start + PART), db)) letters.set(id, letter);
  }
  return letters;
}
