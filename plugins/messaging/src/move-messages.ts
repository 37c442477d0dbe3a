// SPDX-License-Identifier: EUPL-1.2
import type { PersonMove, SchoolDatabase } from '@volee/core-adapter';
import { In } from 'typeorm';
import { CopyRow } from './store/copy.entity.js';
import { MessageRow } from './store/message.entity.js';
import { RecipientRow } from './store/recipient.entity.js';
import { ReviewRow } from './store/review.entity.js';

/** Number of threads that are read at a time. */
const BATCH = 200;

/** Gives the mailbox of one person to another: what they wrote, received and decided. */
export async function moveMessages({ db, from, to }: Pick<PersonMove, 'db' | 'from' | 'to'>): Promise<void> {
  await db.repository(MessageRow).update({ authorId: from }, { authorId: to });
  await db.repository(RecipientRow).update({ toPerson: from }, { toPerson: to });
  await db.repository(ReviewRow).update({ decidedBy: from }, { decidedBy: to });
  const moving = await db.repository(CopyRow).find({ select: ['threadId'], where: { ownerId: from } });
  const threadIds = [...new Set(moving.map(({ threadId }) => threadId))];
  for (let begin = 0; begin < threadIds.length; begin += BATCH) {
    await moveCopies(threadIds.slice(begin, begin + BATCH), { db, from, to });
  }
}

async function moveCopies(
  threadIds: readonly string[],
  { db, from, to }: { readonly db: SchoolDatabase; readonly from: string; readonly to: string },
): Promise<void> {
  const copies = db.repository(CopyRow);
  const where = { threadId: In([...threadIds]), ownerId: In([from, to]) };
  const dropped = secondCopies(await copies.find({ where, order: { at: 'ASC', id: 'ASC' } }));
  if (dropped.length > 0) await copies.delete({ id: In(dropped) });
  await copies.update({ threadId: In([...threadIds]), ownerId: from }, { ownerId: to });
  const received = await copies.find({
    select: ['id', 'threadId'],
    where: { threadId: In([...threadIds]), ownerId: to, box: 'inbox' },
    order: { at: 'ASC', id: 'ASC' },
  });
  const newest = [...new Map(received.map(({ threadId, id }) => [threadId, id])).values()];
  if (newest.length === 0) return;
  await copies.update({ threadId: In([...threadIds]), ownerId: to, box: 'inbox' }, { isLast: false });
  await copies.update({ id: In(newest) }, { isLast: true });
}

/** Of two copies of one message, the author's stays, else the one that was read. The ids of the others. */
function secondCopies(rows: readonly CopyRow[]): string[] {
  const kept = new Map<string, CopyRow>();
  const dropped: string[] = [];
  for (const row of rows) {
    const other = kept.get(row.messageId);
    const stays = other === undefined || rank(row) > rank(other);
    if (stays) kept.set(row.messageId, row);
    if (other !== undefined) dropped.push(stays ? other.id : row.id);
  }
  return dropped;
}

function rank({ box, readAt }: CopyRow): number {
  return (box === 'sent' ? 2 : 0) + (readAt === null ? 0 : 1);
}
