// SPDX-License-Identifier: EUPL-1.2
import type { SchoolDatabase, SchoolStorage } from '@volee/core-adapter';
import { In } from 'typeorm';
import { againAfterConflict } from '../../store/again-after-conflict.js';
import { AttachmentRow } from '../../store/attachment.entity.js';
import { MessageRow } from '../../store/message.entity.js';
import { OpeningRow } from '../../store/opening.entity.js';
import { RecipientRow } from '../../store/recipient.entity.js';
import { RefusalRow } from '../../store/refusal.entity.js';
import { ReportRow } from '../../store/report.entity.js';
import { ReviewRow } from '../../store/review.entity.js';
import { TextRow } from '../../store/text.entity.js';
import { unwanted } from './unwanted.js';

interface RemoveTools {
  readonly db: SchoolDatabase;
  readonly storage: Pick<SchoolStorage, 'remove'>;
}

/** Messages in one transaction, which waits for the removal of their files. */
const PART = 20;

/**
 * Removes the messages among these that nobody has a copy of, with everything that belongs to them. After an interruption, the rows still
 * tell which content remains.
 */
export async function removeUnwanted(messages: readonly MessageRow[], tools: RemoveTools, now?: Date): Promise<void> {
  const { db } = tools;
  const ids = await unwanted(messages, db, now);
  for (let start = 0; start < ids.length; start += PART) {
    const part = ids.slice(start, start + PART);
    await againAfterConflict(() => db.transaction(() => removeLocked(part, tools, now)));
  }
}

/**
 * Checks once more, with the rows locked, whether the messages are wanted. A draft that is sent meanwhile, or a delivery, comes before and
 * keeps its message, or finds it gone and gives nobody a copy.
 */
async function removeLocked(ids: readonly string[], tools: RemoveTools, now?: Date): Promise<void> {
  const { db } = tools;
  const messages = db.repository(MessageRow);
  // This comes first, and changes nothing: it locks the rows, so that what is read after it is the newest.
  await messages.increment({ id: In([...ids]) }, { version: 0 });
  const gone = await unwanted(await messages.find({ where: { id: In([...ids]) } }), db, now);
  if (gone.length === 0) return;
  for (const entity of [ReviewRow, RefusalRow, OpeningRow, ReportRow, RecipientRow, TextRow]) {
    await db.repository<{ id: string; messageId: string }>(entity).delete({ messageId: In(gone) });
  }
  await messages.delete({ id: In(gone) });
  await removeContent(gone, tools);
  await db.repository(AttachmentRow).delete({ messageId: In(gone) });
}

/** Removes what messages say, and their files; the messages stay, without their words. */
export async function removeWords(ids: readonly string[], { db, storage }: RemoveTools): Promise<void> {
  if (ids.length === 0) return;
  await removeContent(ids, { db, storage });
  await db.transaction(async () => {
    await db.repository(AttachmentRow).delete({ messageId: In([...ids]) });
    await db.repository(TextRow).delete({ messageId: In([...ids]) });
    await db.repository(MessageRow).update({ id: In([...ids]) }, { subject: '' });
  });
}

/** Removes the content of files, before their rows. Content that a forwarded message shares stays. */
async function removeContent(ids: readonly string[], { db, storage }: RemoveTools): Promise<void> {
  const attachments = db.repository(AttachmentRow);
  const files = await attachments.find({ where: { messageId: In([...ids]) } });
  const keys = [...new Set(files.map(({ storageKey }) => storageKey))];
  const named = keys.length === 0 ? [] : await attachments.find({ where: { storageKey: In(keys) } });
  const shared = new Set(named.flatMap(({ messageId, storageKey }) => (ids.includes(messageId) ? [] : [storageKey])));
  for (const key of keys) if (!shared.has(key)) await storage.remove(key);
}
