// SPDX-License-Identifier: EUPL-1.2
import { ConflictError } from '@volee/core-adapter';
import type { MessagingRequest } from '../brick-types.js';
import { DELIVER } from '../deliver/deliver-job.js';
import { ReviewRow } from '../store/review.entity.js';

/** The decision, and the version of the review that the page showed. */
export interface Decision {
  readonly state: 'accepted' | 'refused';
  readonly word: string | null;
  readonly version: number;
}

type DecisionTools = Pick<MessagingRequest, 'db' | 'jobs' | 'clock' | 'user' | 'audit'>;

/**
 * Decides about a held message. The delivery is a job, which judges the message again and tells what became of it.
 * @throws ConflictError when somebody else decided first
 */
export async function decideReview(
  { id, messageId, groupId }: Pick<ReviewRow, 'id' | 'messageId' | 'groupId'>,
  { state, word, version }: Decision,
  { db, jobs, clock, user, audit }: DecisionTools,
): Promise<void> {
  await audit(`messaging.review.${state}`, { review: id, groupId }, async () => {
    const changed = await db
      .repository(ReviewRow)
      .update(
        { id, version, state: 'waiting' },
        { state, word, version: version + 1, decidedBy: user.id, decidedAt: clock.now() },
      );
    if (changed === 0) throw new ConflictError('The review was decided just before.', { details: { review: id } });
    await jobs.enqueue(DELIVER, { messageId });
  });
}
