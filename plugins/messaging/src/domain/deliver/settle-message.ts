// SPDX-License-Identifier: EUPL-1.2
import type { JobWork } from '@volee/core-adapter';
import { In } from 'typeorm';
import { markTold } from '../message/told-refusals.js';
import { pupilsQuietUntil, type PolicyReader } from '../policy/read-policy.js';
import type { DeliveryPlan } from '../message/delivery-plan.js';
import { MessageRow, UNDELIVERED, type MessageState } from '../../store/message.entity.js';
import { RecipientRow } from '../../store/recipient.entity.js';
import { DELIVER } from '../judging/deliver-data.js';
import type { StoredMessage } from '../message/read-message.js';
import { askReviews } from '../message/ask-reviews.js';
import { CopyRow } from '../../store/copy.entity.js';
import { ReviewRow } from '../../store/review.entity.js';

/** Writes what is still to come of a message after a delivery: its reviews, its state, and a job for the next part. */
export async function settleMessage(
  stored: StoredMessage & { readonly message: { readonly authorId: string } },
  plan: DeliveryPlan,
  work: Pick<JobWork, 'db' | 'jobs' | 'live' | 'clock' | 'school'>,
): Promise<void> {
  const { id, authorId } = stored.message;
  const isHeld = await settleReviews(stored, plan, work);
  const settled = isHeld ? 'held' : stateOf(stored, plan);
  const missed = settled === 'sent' ? missedBy(stored, plan) : [];
  const isRefused = settled === 'refused' || missed.length > 0;
  const toldAt = isRefused ? await refusalToldAt(stored, work) : undefined;
  const state = toldAt ? stored.message.state : settled;
  if (isRefused && !toldAt) await markTold({ messageId: id }, work);
  if (!toldAt && missed.length > 0) {
    const recipients = work.db.repository(RecipientRow);
    await recipients.update({ messageId: id, toPerson: In(missed) }, { missedAt: work.clock.now() });
  }
  const settledAt = UNDELIVERED.includes(state) ? null : work.clock.now();
  await work.db.repository(MessageRow).update({ id }, { state, settledAt });
  // The portal tells of the refusal until its author has opened the message.
  if (state === 'refused')
    await work.db.repository(CopyRow).update({ messageId: id, ownerId: authorId, box: 'sent' }, { readAt: null });
  const next = toldAt ?? plan.next;
  if (next) await work.jobs.enqueue(DELIVER, { messageId: id }, { at: next, key: `${id} ${next.toISOString()}` });
  if (state !== stored.message.state) work.live.publish([authorId], 'messages');
}

/** The instant at which a pupil learns of a refusal: at the end of their quiet hours, as for a message. Undefined when it is told now. */
async function refusalToldAt({ message }: StoredMessage, work: PolicyReader): Promise<Date | undefined> {
  if (message.asProfile !== 'pupil') return undefined;
  return pupilsQuietUntil(work);
}

function stateOf({ message, owners, recipients }: StoredMessage, { now, next, refused }: DeliveryPlan): MessageState {
  if (next || [...refused.values()].some(({ reason }) => reason === 'stopped')) return 'waiting';
  // A message to oneself is there from the beginning.
  const isToSelf = recipients.some((one) => 'person' in one && one.person === message.authorId);
  const isDelivered = now.length > 0 || isToSelf || [...owners].some((ownerId) => ownerId !== message.authorId);
  return isDelivered ? 'sent' : 'refused';
}

/** The people that the author named and that the message does not reach. */
function missedBy({ message, owners, recipients }: StoredMessage, { now }: DeliveryPlan): string[] {
  const reached = new Set([...owners, ...now]);
  return recipients.flatMap((one) =>
    'person' in one && one.person !== message.authorId && !reached.has(one.person) ? [one.person] : [],
  );
}

/**
 * Makes the reviews of a message those that the rules ask for now: a class that pupils have since come to share gets one, and one that
 * nobody needs any more lapses. While a breaker stops the author, what waits stays.
 * @returns whether a teacher is still to decide
 */
async function settleReviews(
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
