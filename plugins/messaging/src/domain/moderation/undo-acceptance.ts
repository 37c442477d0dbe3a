// SPDX-License-Identifier: EUPL-1.2
import type { Audited } from '@volee/core-adapter';
import { In, IsNull } from 'typeorm';
import type { MessagingRequest } from '../../brick-types.js';
import { againAfterConflict } from '../../store/again-after-conflict.js';
import { CopyRow } from '../../store/copy.entity.js';
import { MessageRow, type MessageState } from '../../store/message.entity.js';
import { RecipientRow } from '../../store/recipient.entity.js';
import { ReviewRow } from '../../store/review.entity.js';
import { markLast, THREAD_BOXES } from '../box/mark-last.js';

/**
 * `undone`: the message waits again. `shown`: one of the pupils was shown a word of it, so that nothing changes. `late`: it was decided
 * about, taken back or judged otherwise since.
 */
export type Undone = 'undone' | 'shown' | 'late';

type UndoTools = Pick<MessagingRequest, 'db' | 'live' | 'directory' | 'audit' | 'user'>;

type Accepted = ReviewRow & { readonly decidedAt: Date };

/** The states of a message that a teacher has accepted. */
const ACCEPTED: readonly MessageState[] = ['held', 'waiting', 'sent'];

/**
 * Takes back the decision of the user to let a message pass: the copies that came of it go, and the message waits for the teachers of the
 * class with the days that it had. A message waits, or it is delivered: once one of its pupils was shown a word of it, nothing changes.
 * @param version the version that the acceptance gave to the review
 */
export async function undoAcceptance(
  { id, messageId, groupId }: Pick<ReviewRow, 'id' | 'messageId' | 'groupId'>,
  version: number,
  tools: UndoTools,
): Promise<Undone> {
  const subject = { review: id, groupId };
  const undo = async (): Promise<Audited<Undone>> => {
    const result = await undoNow({ id, messageId, version }, tools);
    return { subject: result === 'undone' ? subject : null, result };
  };
  const result = await againAfterConflict(() => tools.audit('messaging.review.undone', subject, undo));
  if (result !== 'late') return result;
  // A second press of the button finds that the first one has done it.
  const again = { id, version: version + 1, state: 'waiting' } as const;
  return (await tools.db.repository(ReviewRow).count({ where: again })) > 0 ? 'undone' : 'late';
}

async function undoNow(
  { id, messageId, version }: Pick<ReviewRow, 'id' | 'messageId' | 'version'>,
  { db, live, directory, user }: UndoTools,
): Promise<Undone> {
  const messages = db.repository(MessageRow);
  const copies = db.repository(CopyRow);
  // These come first, and change nothing: a delivery, a recall or a showing waits for this transaction, or came before.
  await messages.increment({ id: messageId }, { version: 0 });
  await copies.update({ messageId, recalledAt: IsNull() }, { recalledAt: null });
  const message = await messages.findOne({ where: { id: messageId, state: In([...ACCEPTED]) } });
  const reviews = await db.repository(ReviewRow).find({ where: { messageId } });
  const review = reviews.find((one) => one.id === id && one.version === version && one.decidedBy === user.id);
  if (!message?.authorId || !review || !isAccepted(review)) return 'late';
  const given = await copiesOf(review, { authorId: message.authorId, reviews }, { db, directory });
  if (given.some(({ shownAt }) => shownAt !== null)) return 'shown';
  await copies.delete({ id: In(given.map((copy) => copy.id)) });
  for (const { ownerId } of message.replyToId === null ? [] : given)
    for (const box of THREAD_BOXES) await markLast([message.threadId], { ownerId, box }, db);
  await db.repository(RecipientRow).update({ messageId }, { missedAt: null });
  await db.repository(ReviewRow).update({ id }, { state: 'waiting', version: version + 1, decidedBy: null });
  await messages.update({ id: messageId }, { state: 'held', settledAt: null, version: message.version + 1 });
  live.publish([message.authorId, ...given.map(({ ownerId }) => ownerId)], 'messages');
  return 'undone';
}

function isAccepted(review: ReviewRow): review is Accepted {
  return review.state === 'accepted' && review.decidedAt !== null;
}

/**
 * The copies that pupils have by this decision: not those of adults, nor those of pupils for which teachers of another class have accepted the
 * message. Where a teacher reads only what follows many messages, earlier copies needed nobody.
 */
async function copiesOf(
  { id, heldFor, decidedAt }: Accepted,
  { authorId, reviews }: { readonly authorId: string; readonly reviews: readonly ReviewRow[] },
  { db, directory }: Pick<UndoTools, 'db' | 'directory'>,
): Promise<readonly CopyRow[]> {
  const [{ messageId } = { messageId: '' }] = reviews;
  const all = await db.repository(CopyRow).find({ where: { messageId } });
  const received = all.filter(({ ownerId, at }) => ownerId !== authorId && (heldFor !== 'burst' || at >= decidedAt));
  const { profiles, memberOf } = await directory.relations([authorId, ...received.map(({ ownerId }) => ownerId)]);
  const others = reviews.flatMap((one) => (one.id !== id && one.state === 'accepted' ? [one.groupId] : []));
  const shared = others.filter((groupId) => memberOf.get(authorId)?.has(groupId));
  return received.filter(({ ownerId }) => {
    const as = profiles.get(ownerId) ?? [];
    // A person who has left the school may have been a pupil.
    if (as.length > 0 && !as.includes('pupil')) return false;
    return !shared.some((groupId) => memberOf.get(ownerId)?.has(groupId));
  });
}
