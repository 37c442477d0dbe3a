// SPDX-License-Identifier: EUPL-1.2
import { ConflictError, type JobWork } from '@volee/core-adapter';
import { planDelivery, type DeliveryPlan } from '../send/delivery-plan.js';
import { judgeMessage } from '../send/judge-message.js';
import { waitingReview } from '../send/write-message.js';
import { MessageRow, type MessageState } from '../store/message.entity.js';
import { ReviewRow } from '../store/review.entity.js';
import { DELIVER } from './deliver-job.js';
import { insertCopies } from './insert-copies.js';
import { readMessage, type StoredMessage } from './read-message.js';

/** Copies in one transaction: other requests wait for no longer than these take. */
const PART = 500;

/**
 * Judges a message again, and gives a copy to each person with a part that is due. After a crash, the copies tell which parts were written; the
 * last part commits with the end of the job. What is due later is another job.
 */
export async function deliverMessage(messageId: string, work: JobWork, signal: AbortSignal): Promise<void> {
  const stored = await readMessage(messageId, work.db);
  if (stored?.message.authorId == null) return;
  const { message, owners, recipients, replyTo } = stored;
  const acceptedFor = new Set(stored.reviews.filter(({ state }) => state === 'accepted').map(({ groupId }) => groupId));
  const sender = {
    personId: stored.message.authorId,
    urgent: message.urgent,
    acceptedFor,
    ...(replyTo && { replyTo }),
  };
  const { judgements } = await judgeMessage(sender, recipients, work);
  const plan = planDelivery(judgements);
  const due = plan.now.filter((personId) => !owners.has(personId));
  while (due.length > PART) {
    signal.throwIfAborted();
    const part = due.splice(0, PART);
    await work.db.transaction(() => insertCopies(message, part, work));
  }
  await work.complete(async () => {
    await insertCopies(message, due, work);
    await settle(stored, plan, work);
  });
}

/** Writes what is still to come: reviews that the class needs by now, the state, and a job for the next part. */
async function settle(
  stored: StoredMessage,
  plan: DeliveryPlan,
  { db, jobs, clock }: Pick<JobWork, 'db' | 'jobs' | 'clock'>,
): Promise<void> {
  const { id, version } = stored.message;
  const missing = [...plan.held.keys()].filter((held) => !stored.reviews.some(({ groupId }) => groupId === held));
  await db.repository(ReviewRow).insert(missing.map((groupId) => waitingReview(id, groupId, clock.now())));
  const state = missing.length > 0 ? 'held' : stateOf(stored, plan);
  const changed = await db.repository(MessageRow).update({ id, version }, { state, version: version + 1 });
  if (changed === 0) throw new ConflictError('Another delivery of the message ended first.', { details: { id } });
  const { next } = plan;
  if (next) await jobs.enqueue(DELIVER, { messageId: id }, { at: next, key: `${id} ${next.toISOString()}` });
}

function stateOf({ message, reviews, owners }: StoredMessage, { now, next, refused }: DeliveryPlan): MessageState {
  if (reviews.some(({ state }) => state === 'waiting')) return 'held';
  if (next || [...refused.values()].some(({ reason }) => reason === 'stopped')) return 'waiting';
  const isDelivered = now.length > 0 || [...owners].some((ownerId) => ownerId !== message.authorId);
  return isDelivered ? 'sent' : 'refused';
}
