// SPDX-License-Identifier: EUPL-1.2
import type { PersonMove, SchoolDatabase } from '@volee/core-adapter';
import { In } from 'typeorm';
import { markLast, THREAD_BOXES } from '../../domain/box/mark-last.js';
import { CopyRow } from '../../store/copy.entity.js';

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
  const twice = secondCopies(await copies.find({ where, order: { at: 'ASC', id: 'ASC' } }));
  for (const { kept, dropped } of twice) {
    // The person was shown whatever one of the two was shown.
    if (kept.shownAt === null && dropped.shownAt !== null)
      await copies.update({ id: kept.id }, { shownAt: dropped.shownAt });
  }
  if (twice.length > 0) await copies.delete({ id: In(twice.map(({ dropped }) => dropped.id)) });
  await copies.update({ threadId: In([...threadIds]), ownerId: from }, { ownerId: to });
  for (const box of THREAD_BOXES) await markLast(threadIds, { ownerId: to, box }, db);
}

interface SecondCopy {
  readonly kept: CopyRow;
  readonly dropped: CopyRow;
}

/**
 * Of two copies of one message, the author's stays, else the one that was not taken back, reported, or thrown away, else the one that was
 * shown. So the person keeps what they read.
 */
function secondCopies(rows: readonly CopyRow[]): SecondCopy[] {
  const first = new Map<string, CopyRow>();
  const twice: SecondCopy[] = [];
  for (const row of rows) {
    const other = first.get(row.messageId);
    if (other === undefined || rank(row) > rank(other)) first.set(row.messageId, row);
    if (other !== undefined)
      twice.push(rank(row) > rank(other) ? { kept: row, dropped: other } : { kept: other, dropped: row });
  }
  return twice;
}

function rank({ box, recalledAt, hiddenAt, shownAt }: CopyRow): number {
  const isOwn = box === 'sent' || box === 'drafts';
  const isReadable = (recalledAt === null ? 8 : 0) + (hiddenAt === null ? 4 : 0);
  return (isOwn ? 16 : 0) + isReadable + (box === 'trash' ? 0 : 2) + (shownAt === null ? 0 : 1);
}
