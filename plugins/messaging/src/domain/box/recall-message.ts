// SPDX-License-Identifier: EUPL-1.2
import type { Profile } from '@volee/core-adapter';
import { In, IsNull, MoreThan, Not } from 'typeorm';
import type { MessagingRequest } from '../../brick-types.js';
import { takeTurn } from '../ration/take-turn.js';
import { headsOfSchool } from '../message/heads-of-school.js';
import { CopyRow } from '../../store/copy.entity.js';
import { MessageRow } from '../../store/message.entity.js';
import { OF_RECEIVER, ReportRow } from '../../store/report.entity.js';
import { ReviewRow } from '../../store/review.entity.js';
import { againAfterConflict } from '../../store/again-after-conflict.js';
import { markLast, THREAD_BOXES } from './mark-last.js';
import { recallableOf, recallableSince, type Recallable } from './what-to-recall.js';

type RecallTools = Pick<MessagingRequest, 'db' | 'clock' | 'live' | 'directory' | 'audit' | 'user'>;
type OwnCopy = Pick<CopyRow, 'messageId' | 'ownerId'>;

/**
 * Takes a message back for its author: it becomes a draft again when nobody has received it; otherwise it is taken from the people who were
 * shown no word of it. A delivery at the same time either came before, and its copies count, or finds another version of the message and
 * delivers no more. A copy that a page shows at the same time was either marked before, and stays, or is marked as taken back and shows no
 * word.
 * @throws BusyError for too many recalls in an hour
 */
export function recallMessage(copy: OwnCopy, tools: RecallTools): Promise<Recallable> {
  const { db } = tools;
  return againAfterConflict(() => db.transaction(() => recallNow(copy, tools)));
}

async function recallNow({ messageId, ownerId }: OwnCopy, tools: RecallTools): Promise<Recallable> {
  const { db, clock, audit } = tools;
  const messages = db.repository(MessageRow);
  const copies = db.repository(CopyRow);
  // The writes come first: from here on a delivery or a showing waits for this transaction, and what is read below is the newest. A draft
  // keeps its version: otherwise a form that shows it would report that another one has changed it.
  const where = { id: messageId, authorId: ownerId, state: Not(In(['draft', 'recalled'])) };
  if ((await messages.increment(where, { version: 1 })) === 0) return 'nothing';
  const others = { messageId, ownerId: Not(ownerId) };
  const unshown = { shownAt: IsNull(), recalledAt: IsNull(), at: MoreThan(recallableSince(clock)) };
  const taken = await copies.update({ ...others, ...unshown }, { recalledAt: clock.now() });
  await takeTurn('recall', tools.user, tools);
  const message = await messages.findOne({ where });
  if (!message) return 'nothing';
  const total = await copies.count({ where: others });
  const shown = await copies.count({ where: { ...others, shownAt: Not(IsNull()) } });
  // A reported message stays as it was written, also when its receivers no longer have it. A reported word does not keep it.
  const isReported = (await db.repository(ReportRow).count({ where: { messageId, ...OF_RECEIVER } })) > 0;
  const counts = total === 0 && !isReported ? undefined : { total, shown, fresh: taken };
  const recallable = recallableOf(message, counts);
  if (recallable !== 'all' && recallable !== 'unshown') return recallable;
  if (recallable === 'all') await makeDraft(message, ownerId, tools);
  else await takeBack(message, ownerId, tools);
  const subject = {
    message: messageId,
    state: recallable === 'all' ? 'draft' : 'recalled',
    copies: taken,
    kept: shown,
  };
  await audit('messaging.recall', subject);
  return recallable;
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

/** A pupil, and a person who has reported the message, keeps a copy without words; all others lose theirs. */
async function takeBack({ id, threadId }: MessageRow, ownerId: string, tools: RecallTools): Promise<void> {
  const { db, live, directory } = tools;
  await db.repository(MessageRow).update({ id }, { state: 'recalled' });
  await lapseReviews(id, db);
  const copies = db.repository(CopyRow);
  const taken = await copies.find({
    select: ['id', 'ownerId', 'hiddenAt'],
    where: { messageId: id, recalledAt: Not(IsNull()) },
  });
  const readers = taken.map((copy) => copy.ownerId);
  const { profiles } = await directory.relations(readers);
  const gone = taken.filter((copy) => copy.hiddenAt === null && isAdult(profiles.get(copy.ownerId)));
  await copies.delete({ id: In(gone.map((copy) => copy.id)) });
  // Most of these people had only this message of the thread.
  const losing = gone.map((copy) => copy.ownerId);
  const others = await copies.find({ select: ['ownerId'], where: { threadId, ownerId: In(losing) } });
  for (const reader of new Set(others.map((copy) => copy.ownerId))) {
    for (const box of THREAD_BOXES) await markLast([threadId], { ownerId: reader, box }, db);
  }
  const heads = gone.length < taken.length ? await headsOfSchool(directory) : [];
  live.publish([...readers, ...heads, ownerId], 'messages');
}

/** A person who is no longer in the school may have been a pupil. */
function isAdult(profiles: readonly Profile[] = []): boolean {
  return profiles.length > 0 && !profiles.includes('pupil');
}

/** Ends the reviews of a message. A decision that a page still offers finds another version. */
async function lapseReviews(messageId: string, db: RecallTools['db']): Promise<void> {
  const reviews = db.repository(ReviewRow);
  for (const { id, version } of await reviews.find({ where: { messageId, state: Not('lapsed') } })) {
    await reviews.update({ id }, { state: 'lapsed', version: version + 1 });
  }
}
