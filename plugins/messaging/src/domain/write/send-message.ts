// SPDX-License-Identifier: EUPL-1.2
import { BusyError, ConflictError, InputError, type SchoolWork } from '@volee/core-adapter';
import { DELIVER } from '../judging/deliver-data.js';
import { findByForm } from './read-draft.js';
import { findSentReply } from './find-sent-reply.js';
import { requireConsentRoom } from '../moderation/consent-limit.js';
import { tellTeachers } from '../moderation/tell-teachers.js';
import { beginTurns, takeTurn, type Writer } from '../ration/take-turn.js';
import { planDelivery, type DeliveryPlan } from '../message/delivery-plan.js';
import type { Draft } from './draft.js';
import { isSameMessage } from './is-same-message.js';
import { judgeMessage, type Judged, type JudgingTools } from '../message/judge-message.js';
import { refuseUnreached } from './refuse-unreached.js';
import { writeMessage } from './write-message.js';

export interface SendTools extends JudgingTools, Pick<SchoolWork, 'db' | 'jobs' | 'live'> {
  readonly user: Writer;
}

export interface Sent {
  readonly copyId: string;
  readonly plan: DeliveryPlan;
  /** False when this form, or another tab with the same reply, had sent the message before: nothing was written. */
  readonly isNew: boolean;
}

/**
 * Judges a message and writes it in one transaction, with a review for each class that is to accept it, and a job for the first part that
 * is due. Nobody but the author receives anything before that job, which judges again. A form that is sent twice sends one message, and
 * is answered the same twice. So does a reply that two tabs send.
 * @throws InputError when a recipient that is named may not be written to
 * @throws BusyError for too many messages in an hour, and for too many that wait for a teacher
 * @throws ConflictError when the draft was changed or sent by another form in the meantime
 */
export async function sendMessage(draft: Draft, tools: SendTools): Promise<Sent> {
  const judged = await judgeDraft(draft, tools);
  const plan = planDelivery(judged.judgements);
  const before = await findSent(draft, tools);
  if (before !== undefined) return { copyId: before, plan, isNew: false };
  refuseUnreached(tools.user.id, draft.recipients, judged);
  try {
    await beginTurns('send', tools.user, tools);
    const { copyId, isNew } = await writeAndEnqueue(draft, judged, plan, tools);
    if (isNew) await tellTeachers([...plan.held.keys()], tools);
    return { copyId, plan, isNew };
  } catch (error) {
    // When two requests of one form come at the same time, the second one finds what the first one wrote.
    const isSecond = error instanceof ConflictError || error instanceof BusyError;
    const first = isSecond ? await findSent(draft, tools) : undefined;
    if (first === undefined) throw error;
    return { copyId: first, plan, isNew: false };
  }
}

function judgeDraft({ recipients, replyTo, urgent = false }: Draft, tools: SendTools): Promise<Judged> {
  const sender = {
    personId: tools.user.id,
    urgent,
    ...(replyTo && { replyTo: replyTo.author }),
    ...(replyTo?.all && { replyToAll: replyTo.all }),
  };
  return judgeMessage(sender, recipients, tools);
}

async function writeAndEnqueue(
  draft: Draft,
  judged: Judged,
  plan: DeliveryPlan,
  tools: SendTools,
): Promise<Pick<Sent, 'copyId' | 'isNew'>> {
  const { user, db, jobs, clock } = tools;
  const { as } = judged;
  if (as === undefined) throw new InputError('The message reaches nobody.');
  return db.transaction(async () => {
    // This comes first: another request of the user waits here, and what is read below is the newest.
    await takeTurn('send', user, tools);
    const before = await findSentReply(draft, tools);
    if (before !== undefined) return { copyId: before, isNew: false };
    await requireConsentRoom(user.id, plan, db);
    const author = { id: user.id, as, isRecipient: judged.judgements.has(user.id) };
    const { messageId, copyId } = await writeMessage(draft, author, plan, { db, clock });
    const at = plan.now.length > 0 ? clock.now() : plan.next;
    if (at) await jobs.enqueue(DELIVER, { messageId }, { at, key: messageId });
    return { copyId, isNew: true };
  });
}

/** The author's copy of the message that this form has sent before. Undefined also when that was another text. */
async function findSent(draft: Draft, { user, db }: SendTools): Promise<string | undefined> {
  const sent = await findByForm(user.id, draft.formKey, db);
  if (!sent || sent.message.state === 'draft') return undefined;
  const { message, recipients, body } = sent;
  return isSameMessage(draft, { recipients, subject: message.subject, body }) ? sent.copy.id : undefined;
}
