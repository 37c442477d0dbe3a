// SPDX-License-Identifier: EUPL-1.2
import { ConflictError, type JobWork } from '@volee/core-adapter';
import { In } from 'typeorm';
import { relationsFor } from '../send/relations-for.js';
import { MessageRow, UNDELIVERED } from '../store/message.entity.js';
import { insertCopies } from './insert-copies.js';
import { judgeStored } from './judge-stored.js';
import { readMessage, type StoredMessage } from './read-message.js';
import { settleMessage } from './settle-message.js';

/** Copies in one transaction: other requests wait for no longer than these take. */
const PART = 500;

/**
 * Judges a message again, and gives a copy to each person with a part that is due. Each part is judged in the transaction that writes it, so
 * that a breaker, a recall or a decision of the school counts from the next part on. After a crash, the copies tell which parts were
 * written; the last one commits with the end of the job. What is due later is another job.
 */
export async function deliverMessage(messageId: string, work: JobWork, signal: AbortSignal): Promise<void> {
  const stored = await readMessage(messageId, work.db);
  if (!isToDeliver(stored)) return;
  const relations = await relationsFor(stored.message.authorId, stored.recipients, work.directory);
  const judged = await judgeStored(stored, relations, work);
  for (let left = judged.due.length; left > PART; left -= PART) {
    signal.throwIfAborted();
    const delivered = await work.db.transaction(() => deliverPart(PART));
    if (!delivered) return;
  }
  await work.complete(async () => {
    const delivered = await deliverPart(Infinity);
    if (delivered) await settleMessage(delivered.stored, delivered.plan, work);
  });

  async function deliverPart(
    most: number,
  ): Promise<{ readonly stored: ToDeliver; readonly plan: (typeof judged)['plan'] } | undefined> {
    const current = await claimMessage(messageId, work);
    if (!current) return undefined;
    const { plan, due } = await judgeStored(current, relations, work);
    await insertCopies(current.message, due.slice(0, most), work);
    return { stored: current, plan };
  }
}

type ToDeliver = StoredMessage & { readonly message: { readonly authorId: string } };

function isToDeliver(stored: StoredMessage | undefined): stored is ToDeliver {
  return stored !== undefined && stored.message.authorId !== null && UNDELIVERED.includes(stored.message.state);
}

/**
 * Reads the message, and locks its row until the transaction ends: a recall waits, or came first.
 * @returns undefined when nothing is to be delivered any more
 */
async function claimMessage(messageId: string, { db }: Pick<JobWork, 'db'>): Promise<ToDeliver | undefined> {
  const stored = await readMessage(messageId, db);
  if (!isToDeliver(stored)) return undefined;
  const { id, version } = stored.message;
  const claimed = await db
    .repository(MessageRow)
    .update({ id, version, state: In([...UNDELIVERED]) }, { version: version + 1 });
  if (claimed === 0) throw new ConflictError('The message was changed while it was delivered.', { details: { id } });
  stored.message.version = version + 1;
  return stored;
}
