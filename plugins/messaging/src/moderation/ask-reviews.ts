// SPDX-License-Identifier: EUPL-1.2
import type { NewRow, SchoolDatabase } from '@volee/core-adapter';
import { ReviewRow } from '../store/review.entity.js';

const UNDECIDED = { state: 'waiting', decidedBy: null, decidedAt: null, word: null } as const;

/**
 * Asks the teachers of these classes about a message. One that they were asked about before is asked about anew, whatever was decided:
 * what a page still shows of it is an earlier version.
 */
export async function askReviews(
  messageId: string,
  { classes, heldAt }: { readonly classes: readonly string[]; readonly heldAt: Date },
  db: SchoolDatabase,
): Promise<void> {
  const reviews = db.repository(ReviewRow);
  const known = new Map((await reviews.find({ where: { messageId } })).map((review) => [review.groupId, review]));
  const missing = classes.filter((groupId) => !known.has(groupId));
  await reviews.insert(missing.map((groupId) => waitingReview(messageId, groupId, heldAt)));
  for (const groupId of classes) {
    const review = known.get(groupId);
    if (review) await reviews.update({ id: review.id }, { ...UNDECIDED, version: review.version + 1, heldAt });
  }
}

function waitingReview(messageId: string, groupId: string, heldAt: Date): NewRow<ReviewRow> {
  return { messageId, groupId, version: 1, heldAt, ...UNDECIDED };
}
