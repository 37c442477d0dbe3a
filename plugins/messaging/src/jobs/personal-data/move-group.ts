// SPDX-License-Identifier: EUPL-1.2
import type { GroupMove, SchoolDatabase } from '@volee/core-adapter';
import { In } from 'typeorm';
import { RecipientRow } from '../../store/recipient.entity.js';
import { RefusalRow } from '../../store/refusal.entity.js';
import { ReviewRow, type ReviewState } from '../../store/review.entity.js';

/** Rows that are compared at a time. */
const BATCH = 200;

/**
 * The states in the order in which the rules ask for them: what a class accepted may have been delivered, and a class that still waits goes
 * before one that nobody needs to decide for.
 */
const RANK: readonly ReviewState[] = ['lapsed', 'waiting', 'refused', 'accepted'];

type Move = Pick<GroupMove, 'db' | 'from' | 'to'>;

/** Removes what two classes that become one would have twice of a message. The host moves all else, as declared. */
export async function moveGroup({ db, from, to }: Move): Promise<void> {
  await joinRecipients({ db, from, to });
  await joinReviews({ db, from, to });
}

/** A message to the pupils of both classes is one to the pupils of one class. */
async function joinRecipients({ db, from, to }: Move): Promise<void> {
  const recipients = db.repository(RecipientRow);
  const moving = await recipients.find({ where: { toGroup: from } });
  for (const rows of batches(moving)) {
    const there = await recipients.find({ where: { messageId: In(messagesOf(rows)), toGroup: to } });
    const named = new Set(there.map(partOf));
    const twice = rows.filter((row) => named.has(partOf(row)));
    if (twice.length > 0) await recipients.delete({ id: In(twice.map(({ id }) => id)) });
  }
}

function partOf({ messageId, part }: RecipientRow): string {
  return `${messageId} ${String(part)}`;
}

/**
 * Of two reviews of a message, the one that is decided stays, else the one that waited longer. `followClasses` delivers a message that then
 * waits for nobody.
 */
async function joinReviews({ db, from, to }: Move): Promise<void> {
  const reviews = db.repository(ReviewRow);
  const moving = await reviews.find({ where: { groupId: from } });
  for (const rows of batches(moving)) {
    const there = await reviews.find({ where: { messageId: In(messagesOf(rows)), groupId: to } });
    const others = new Map(there.map((review) => [review.messageId, review]));
    for (const review of rows) {
      const other = others.get(review.messageId);
      if (!other) continue;
      await (isBefore(review, other) ? drop(other, review, db) : drop(review, other, db));
    }
  }
}

function isBefore(review: ReviewRow, other: ReviewRow): boolean {
  const byState = RANK.indexOf(review.state) - RANK.indexOf(other.state);
  return byState === 0 ? review.heldAt < other.heldAt : byState > 0;
}

/** The words by which a teacher refused the message stay with it. */
async function drop(dropped: ReviewRow, kept: ReviewRow, db: SchoolDatabase): Promise<void> {
  await db.repository(RefusalRow).update({ reviewId: dropped.id }, { reviewId: kept.id });
  await db.repository(ReviewRow).delete({ id: dropped.id });
}

function messagesOf(rows: readonly { readonly messageId: string }[]): string[] {
  return rows.map(({ messageId }) => messageId);
}

function batches<T>(rows: readonly T[]): T[][] {
  const parts: T[][] = [];
  for (let begin = 0; begin < rows.length; begin += BATCH) parts.push(rows.slice(begin, begin + BATCH));
  return parts;
}
