// SPDX-License-Identifier: EUPL-1.2
import type { MessagingRequest } from '../../brick-types.js';
import { DELIVER } from '../judging/deliver-data.js';
import { RefusalRow } from '../../store/refusal.entity.js';
import { ReviewRow } from '../../store/review.entity.js';

export interface Verdict {
  readonly state: 'accepted' | 'refused';
  /** The reason that the author of a refused message reads. */
  readonly word: string | null;
}

type DecisionTools = Pick<MessagingRequest, 'db' | 'jobs' | 'clock' | 'user' | 'audit'>;

/**
 * Decides about a held message as the page showed it. The delivery is a job, which judges the message again and tells what became of it.
 * @param version the version of the review that the page showed
 * @returns false when somebody else decided first, or the message has changed since
 */
export async function decideReview(
  { id, messageId, groupId }: Pick<ReviewRow, 'id' | 'messageId' | 'groupId'>,
  { state, word, version }: Verdict & { readonly version: number },
  { db, jobs, clock, user, audit }: DecisionTools,
): Promise<boolean> {
  const subject = { review: id, groupId };
  const decidedAt = clock.now();
  return audit(`messaging.review.${state}`, subject, async () => {
    const changed = await db
      .repository(ReviewRow)
      .update({ id, version, state: 'waiting' }, { state, word, version: version + 1, decidedBy: user.id, decidedAt });
    if (changed === 0) return { subject: null, result: false };
    if (state === 'refused' && word !== null)
      await db
        .repository(RefusalRow)
        .insert([{ messageId, reviewId: id, decidedBy: user.id, decidedAt, word, toldAt: null }]);
    await jobs.enqueue(DELIVER, { messageId });
    return { subject, result: true };
  });
}
