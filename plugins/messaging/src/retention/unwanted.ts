// SPDX-License-Identifier: EUPL-1.2
import type { SchoolDatabase } from '@volee/core-adapter';
import { In, MoreThan } from 'typeorm';
import { UNDELIVERED, type MessageRow } from '../store/message.entity.js';
import { ReportRow } from '../store/report.entity.js';
import { messagesWithCopies } from './message-queries.js';

/** For how long messages are kept that nobody has a copy of. */
export interface Kept {
  /** Messages that were sent since then stay while they wait for delivery. */
  readonly since: Date;
  /** Where the text of a message that was taken back is kept for its report, until its days are over: the present instant. */
  readonly now?: Date;
}

/** Messages that wait for delivery stay, whatever their age. */
export const WHILE_WAITING: Kept = { since: new Date(0) };

/** Messages without a copy, but those that the head has still to look at, whatever their age, and those that wait for delivery. */
export async function unwanted(
  messages: readonly MessageRow[],
  { since, now }: Kept,
  db: SchoolDatabase,
): Promise<string[]> {
  const messageIds = messages.map(({ id }) => id);
  const kept = new Set((await db.query(messagesWithCopies, { messageIds })).map(({ messageId }) => messageId));
  const withoutCopy = messages.filter(
    ({ id, state, authorId, sentAt }) =>
      !kept.has(id) && !(UNDELIVERED.includes(state) && authorId !== null && sentAt >= since),
  );
  if (withoutCopy.length === 0) return [];
  const messageId = In(withoutCopy.map(({ id }) => id));
  const open = await db.repository(ReportRow).find({
    select: ['messageId'],
    where: [{ messageId, state: 'open' }, ...(now ? [{ messageId, textUntil: MoreThan(now) }] : [])],
  });
  const reported = new Set(open.map(({ messageId }) => messageId));
  return withoutCopy.filter(({ id }) => !reported.has(id)).map(({ id }) => id);
}
