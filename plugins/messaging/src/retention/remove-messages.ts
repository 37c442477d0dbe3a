// SPDX-License-Identifier: EUPL-1.2
import type { SchoolDatabase, SchoolStorage } from '@volee/core-adapter';
import { In } from 'typeorm';
import { AttachmentRow } from '../store/attachment.entity.js';
import { MessageRow } from '../store/message.entity.js';
import { RecipientRow } from '../store/recipient.entity.js';
import { ReportRow } from '../store/report.entity.js';
import { ReviewRow } from '../store/review.entity.js';
import { TextRow } from '../store/text.entity.js';

interface RemoveTools {
  readonly db: SchoolDatabase;
  readonly storage: Pick<SchoolStorage, 'remove'>;
}

/**
 * Removes messages that nobody has a copy of, with all that belongs to them. After an interruption, the rows still tell which content
 * remains.
 */
export async function removeMessages(ids: readonly string[], { db, storage }: RemoveTools): Promise<void> {
  if (ids.length === 0) return;
  const ofMessages = { messageId: In([...ids]) };
  await removeContent(ids, { db, storage });
  await db.transaction(async () => {
    for (const entity of [AttachmentRow, ReviewRow, ReportRow, RecipientRow, TextRow]) {
      await db.repository<{ id: string; messageId: string }>(entity).delete(ofMessages);
    }
    await db.repository(MessageRow).delete({ id: In([...ids]) });
  });
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

/** The content of files, before their rows. What a forwarded message shares stays. */
async function removeContent(ids: readonly string[], { db, storage }: RemoveTools): Promise<void> {
  const attachments = db.repository(AttachmentRow);
  const files = await attachments.find({ where: { messageId: In([...ids]) } });
  const keys = [...new Set(files.map(({ storageKey }) => storageKey))];
  const named = keys.length === 0 ? [] : await attachments.find({ where: { storageKey: In(keys) } });
  const shared = new Set(named.flatMap(({ messageId, storageKey }) => (ids.includes(messageId) ? [] : [storageKey])));
  for (const key of keys) if (!shared.has(key)) await storage.remove(key);
}
