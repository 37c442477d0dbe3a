// SPDX-License-Identifier: EUPL-1.2
import { InputError, type Jobs, type SchoolDatabase } from '@volee/core-adapter';
import { DELIVER } from '../deliver/deliver-job.js';
import { planDelivery, type DeliveryPlan } from './delivery-plan.js';
import type { Draft } from './draft.js';
import { refuseTooMany, type Writer } from './hourly-limit.js';
import { judgeMessage, type JudgingTools } from './judge-message.js';
import { refuseUnreached } from './refuse-unreached.js';
import { writeMessage } from './write-message.js';

export interface SendTools extends JudgingTools {
  readonly user: Writer;
  readonly db: SchoolDatabase;
  readonly jobs: Jobs;
}

/** What became of a message that was sent. */
export interface Sent {
  /** The copy of the author. */
  readonly copyId: string;
  readonly plan: DeliveryPlan;
}

/**
 * Judges a message and writes it in one transaction, with a review for each class that is to accept it, and a job for the first part that
 * is due. Nobody but the author receives anything before that job, which judges again.
 * @throws InputError when a recipient that is named may not be written to
 * @throws BusyError for too many messages in an hour
 */
export async function sendMessage(draft: Draft, tools: SendTools): Promise<Sent> {
  const { user, db, jobs, clock } = tools;
  const { replyTo } = draft;
  const sender = {
    personId: user.id,
    ...(replyTo && { replyTo: replyTo.author }),
    ...(replyTo?.all && { replyToAll: replyTo.all }),
  };
  const judged = await judgeMessage(sender, draft.recipients, tools);
  refuseUnreached(user.id, draft.recipients, judged);
  const { as } = judged;
  if (as === undefined) throw new InputError('The message reaches nobody.');
  const plan = planDelivery(judged.judgements);
  return db.transaction(async () => {
    await refuseTooMany(user, tools);
    const author = { id: user.id, as, isRecipient: judged.judgements.has(user.id) };
    const { messageId, copyId } = await writeMessage(draft, author, [...plan.held.keys()], { db, clock });
    const at = plan.now.length > 0 ? clock.now() : plan.next;
    if (at) await jobs.enqueue(DELIVER, { messageId }, { at });
    return { copyId, plan };
  });
}
