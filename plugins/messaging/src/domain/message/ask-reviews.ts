// SPDX-License-Identifier: EUPL-1.2
import type { SchoolDatabase } from '@volee/core-adapter';
import type { HeldFor } from '../rules/judgement.js';
import { ReviewRow } from '../../store/review.entity.js';

const UNDECIDED = { state: 'waiting', decidedBy: null, decidedAt: null, word: null } as const;

interface Asked {
  readonly classes: readonly string[];
  readonly heldAt: Date;
  readonly heldFor: HeldFor | undefined;
}

/**
 * Asks the teachers of these classes about a message. A review from before is opened anew, whatever was decided: a page that still shows it
 * has an earlier version.
 */
export async function askReviews(
  messageId: string,
  { classes, heldAt, heldFor }: Asked,
  db: SchoolDatabase,
): Promise<void> {
  const reviews = db.repository(ReviewRow);
  const asked = { heldAt, heldFor: heldFor ?? null };
  const known = new Map((await reviews.find({ where: { messageId } })).map((review) => [review.groupId, review]));
  const missing = classes.filter((groupId) => !known.has(groupId));
  await reviews.insert(missing.map((groupId) => ({ messageId, groupId, version: 1, ...asked, ...UNDECIDED })));
  for (const groupId of classes) {
    const review = known.get(groupId);
    if (review) await reviews.update({ id: review.id }, { ...UNDECIDED, version: review.version + 1, ...asked });
  }
}
