// SPDX-License-Identifier: EUPL-1.2
import type { SchoolDatabase } from '@volee/core-adapter';
import { In } from 'typeorm';
import { AttachmentRow } from '../../store/attachment.entity.js';

/** The files of a message, in the order in which they were added. */
export function filesOf(messageId: string, db: SchoolDatabase): Promise<AttachmentRow[]> {
  return db.repository(AttachmentRow).find({ where: { messageId }, order: { addedAt: 'ASC', id: 'ASC' } });
}

export async function filesOfMessages(
  messageIds: readonly string[],
  db: SchoolDatabase,
): Promise<Map<string, AttachmentRow[]>> {
  const files = new Map<string, AttachmentRow[]>();
  if (messageIds.length === 0) return files;
  const rows = await db
    .repository(AttachmentRow)
    .find({ where: { messageId: In([...messageIds]) }, order: { addedAt: 'ASC', id: 'ASC' } });
  for (const row of rows) files.set(row.messageId, [...(files.get(row.messageId) ?? []), row]);
  return files;
}
