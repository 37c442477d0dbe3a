// SPDX-License-Identifier: EUPL-1.2
import type { SchoolDatabase, SchoolStorage } from '@volee/core-adapter';
import { In } from 'typeorm';
import { AttachmentRow } from '../store/attachment.entity.js';
import { MessageRow } from '../store/message.entity.js';
import { RecipientRow } from '../store/recipient.entity.js';
import { ReportRow } from '../store/report.entity.js';
import { ReviewRow } from '../store/review.entity.js';
import { TextRow } from '../store/text.entity.js';

/**
 * Removes messages that nobody has a copy of, with all that belongs to them. Content is removed before the rows: after an interruption,
 * the rows still tell which content remains. What a forwarded message shares stays.
 */
export async function removeMessages(
  ids: readonly string[],
  { db, storage }: { readonly db: SchoolDatabase; readonly storage: Pick<SchoolStorage, 'remove'> },
): Promise<void> {
  if (ids.length === 0) return;
  const ofMessages = { messageId: In([...ids]) };
  const attachments = db.repository(AttachmentRow);
  const files = await attachments.find({ where: ofMessages });
  const keys = [...new Set(files.map(({ storageKey }) => storageKey))];
  const named = keys.length === 0 ? [] : await attachments.find({ where: { storageKey: In(keys) } });
  const shared = new Set(named.flatMap(({ messageId, storageKey }) => (ids.includes(messageId) ? [] : [storageKey])));
  for (const key of keys) if (!shared.has(key)) await storage.remove(key);
  await db.transaction(async () => {
    await attachments.delete(ofMessages);
    for (const entity of [ReviewRow, ReportRow, RecipientRow, TextRow]) {
      await db.repository<{ id: string; messageId: string }>(entity).delete(ofMessages);
    }
    await db.repository(MessageRow).delete({ id: In([...ids]) });
  });
}
