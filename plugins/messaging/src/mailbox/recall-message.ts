// SPDX-License-Identifier: EUPL-1.2
import type { Clock, Live, SchoolDatabase } from '@volee/core-adapter';
import { In, IsNull, MoreThan, Not } from 'typeorm';
import { takeTurn, type Writer } from '../ration/take-turn.js';
import { CopyRow } from '../store/copy.entity.js';
import { MessageRow } from '../store/message.entity.js';
import { ReviewRow } from '../store/review.entity.js';
import { markLast, THREAD_BOXES } from './mark-last.js';
import { recallableSince, whatToRecall, type Recallable } from './what-to-recall.js';

interface RecallTools {
  readonly user: Writer;
  readonly db: SchoolDatabase;
  readonly clock: Clock;
  readonly live: Live;
}

/**
 * Takes a message back for its author: a draft again when nobody has received it, else away from those that have not read it. A delivery
 * at the same time either came before, and its copies count, or finds another version of the message and delivers no more.
 * @throws BusyError for too many recalls in an hour
 */
export async function recallMessage(
  { messageId, ownerId }: Pick<CopyRow, 'messageId' | 'ownerId'>,
  tools: RecallTools,
): Promise<Recallable> {
  const { db } = tools;
  return db.transaction(async () => {
    const messages = db.repository(MessageRow);
    // First of all the version: from here on a delivery waits for this transaction, and what is read below is the newest.
    // A draft keeps its own: a form that shows it would otherwise be told that another one has changed it.
    const where = { id: messageId, authorId: ownerId, state: Not('draft' as const) };
    await messages.increment(where, { version: 1 });
    await takeTurn('recall', tools.user, tools);
    const message = await messages.findOne({ where });
    const recallable = (message && (await whatToRecall([message], ownerId, tools)).get(messageId)) ?? 'nothing';
    if (message && recallable === 'all') await makeDraft(message, ownerId, tools);
    if (message && recallable === 'unread') await takeBack(message, ownerId, tools);
    return recallable;
  });
}

async function makeDraft(
  { id, threadId }: MessageRow,
  ownerId: string,
  { db, clock, live }: RecallTools,
): Promise<void> {
  await db.repository(MessageRow).update({ id }, { state: 'draft', sentAt: clock.now() });
  await lapseReviews(id, db);
  const copies = db.repository(CopyRow);
  await copies.update(
    { messageId: id, ownerId },
    { box: 'drafts', isLast: true, at: clock.now(), readAt: clock.now(), purgeAt: null },
  );
  for (const box of THREAD_BOXES) await markLast([threadId], { ownerId, box }, db);
  live.publish([ownerId], 'messages');
}

async function takeBack(
  { id, threadId }: MessageRow,
  ownerId: string,
  { db, clock, live }: RecallTools,
): Promise<void> {
  await db.repository(MessageRow).update({ id }, { state: 'recalled' });
  await lapseReviews(id, db);
  const copies = db.repository(CopyRow);
  const unread = {
    messageId: id,
    ownerId: Not(ownerId),
    readAt: IsNull(),
    at: MoreThan(recallableSince(clock)),
  };
  const losing = (await copies.find({ select: ['ownerId'], where: unread })).map((copy) => copy.ownerId);
  await copies.delete(unread);
  // Most of them had this message alone of the thread.
  const others = await copies.find({ select: ['ownerId'], where: { threadId, ownerId: In(losing) } });
  for (const reader of new Set(others.map((copy) => copy.ownerId))) {
    for (const box of THREAD_BOXES) await markLast([threadId], { ownerId: reader, box }, db);
  }
  live.publish([...losing, ownerId], 'messages');
}

/** Nobody is asked any more; a decision that a page still offers finds another version. */
async function lapseReviews(messageId: string, db: SchoolDatabase): Promise<void> {
  const reviews = db.repository(ReviewRow);
  for (const { id, version } of await reviews.find({ where: { messageId, state: Not('lapsed') } })) {
    await reviews.update({ id }, { state: 'lapsed', version: version + 1 });
  }
}
