// SPDX-License-Identifier: EUPL-1.2
import type { SchoolDatabase } from '@volee/core-adapter';
import { In, MoreThan } from 'typeorm';
import { UNDELIVERED, type MessageRow } from '../../store/message.entity.js';
import { ReportRow } from '../../store/report.entity.js';
import { messagesWithCopies } from '../../store/message-queries.js';

/**
 * Messages without a copy, except those that the head has still to look at and those that wait for delivery, whatever their age.
 * @param now where the text of a message that was taken back is kept for its report, until its days are over: the present instant
 */
export async function unwanted(messages: readonly MessageRow[], db: SchoolDatabase, now?: Date): Promise<string[]> {
  const messageIds = messages.map(({ id }) => id);
  const kept = new Set((await db.query(messagesWithCopies, { messageIds })).map(({ messageId }) => messageId));
  const withoutCopy = messages.filter((message) => !kept.has(message.id) && !isUndelivered(message));
  if (withoutCopy.length === 0) return [];
  const messageId = In(withoutCopy.map(({ id }) => id));
  const open = await db.repository(ReportRow).find({
    select: ['messageId'],
    where: [{ messageId, state: 'open' }, ...(now ? [{ messageId, textUntil: MoreThan(now) }] : [])],
  });
  const reported = new Set(open.map(({ messageId }) => messageId));
  return withoutCopy.filter(({ id }) => !reported.has(id)).map(({ id }) => id);
}

/** Whether a part is still to come, or to be refused. Nothing is delivered for an author who was erased. */
export function isUndelivered({ state, authorId }: MessageRow): boolean {
  return UNDELIVERED.includes(state) && authorId !== null;
}
