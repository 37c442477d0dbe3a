// SPDX-License-Identifier: EUPL-1.2
import type { JobWork } from '@volee/core-adapter';
import type { DeliveryPlan } from '../message/delivery-plan.js';
import { askReviews } from '../message/ask-reviews.js';
import { ReviewRow } from '../../store/review.entity.js';
import type { StoredMessage } from '../message/read-message.js';

/**
 * Makes the reviews of a message those that the rules ask for now: a class that pupils have since come to share gets one, and one that
 * nobody needs any more lapses. While a breaker stops the author, what waits stays.
 * @returns whether a teacher is still to decide
 */
export async function settleReviews(
  { message, reviews }: StoredMessage,
  { held, heldFor, refused }: DeliveryPlan,
  { db, clock }: Pick<JobWork, 'db' | 'clock'>,
): Promise<boolean> {
  const rows = db.repository(ReviewRow);
  const known = new Map(reviews.map((review) => [review.groupId, review]));
  const isStopped = [...refused.values()].some(({ reason }) => reason === 'stopped');
  // A review that waits already keeps its place, and the days that it has waited, as long as it waits for the same.
  const asked = [...held.keys()].filter((groupId) => known.get(groupId)?.state !== 'waiting');
  // A class that takes the place of another goes on with its days: the head keeps the message, and its teachers have what is left of the seven.
  const left = reviews.filter((review) => review.state === 'waiting' && !held.has(review.groupId) && !isStopped);
  const waited = left.filter((review) => (review.heldFor ?? 'consent') === heldFor);
  const heldAt = new Date(Math.min(clock.now().getTime(), ...waited.map((review) => review.heldAt.getTime())));
  await askReviews(message.id, { classes: asked, heldAt, heldFor }, db);
  let isHeld = asked.length > 0;
  for (const { id, groupId, state, version, heldFor: before } of reviews) {
    const isAsked = held.has(groupId);
    if (state === 'waiting' && isAsked && heldFor && (before ?? 'consent') !== heldFor)
      await rows.update({ id, version }, { heldFor, heldAt: clock.now() });
    if (left.some((review) => review.id === id))
      await rows.update({ id, version }, { state: 'lapsed', version: version + 1 });
    isHeld ||= isAsked || (state === 'waiting' && isStopped);
  }
  return isHeld;
}
