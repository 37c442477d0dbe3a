// SPDX-License-Identifier: EUPL-1.2
import type { PersonMove, SchoolDatabase } from '@volee/core-adapter';
import { In } from 'typeorm';
import { markLast, THREAD_BOXES } from '../mailbox/mark-last.js';
import { CopyRow } from '../store/copy.entity.js';

/** Number of threads that are read at a time. */
const BATCH = 200;

/** Gives the copies of one person to another, a part of their threads at a time. */
export async function moveCopies(move: Pick<PersonMove, 'db' | 'from' | 'to'>): Promise<void> {
  const moving = await move.db.repository(CopyRow).find({ select: ['threadId'], where: { ownerId: move.from } });
  const threadIds = [...new Set(moving.map(({ threadId }) => threadId))];
  for (let begin = 0; begin < threadIds.length; begin += BATCH) {
    await moveThreads(threadIds.slice(begin, begin + BATCH), move);
  }
}

async function moveThreads(
  threadIds: readonly string[],
  { db, from, to }: { readonly db: SchoolDatabase; readonly from: string; readonly to: string },
): Promise<void> {
  const copies = db.repository(CopyRow);
  const where = { threadId: In([...threadIds]), ownerId: In([from, to]) };
  const dropped = secondCopies(await copies.find({ where, order: { at: 'ASC', id: 'ASC' } }));
  if (dropped.length > 0) await copies.delete({ id: In(dropped) });
  await copies.update({ threadId: In([...threadIds]), ownerId: from }, { ownerId: to });
  for (const box of THREAD_BOXES) await markLast(threadIds, { ownerId: to, box }, db);
}

/** Of two copies of one message, the author's stays, else the one that was not taken back, else the one that was shown. The ids of the others. */
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

function rank({ box, recalledAt, shownAt }: CopyRow): number {
  const isOwn = box === 'sent' || box === 'drafts';
  return (isOwn ? 4 : 0) + (recalledAt === null ? 2 : 0) + (shownAt === null ? 0 : 1);
}
