// SPDX-License-Identifier: EUPL-1.2
import { ConflictError, type JobWork } from '@volee/core-adapter';
import { In } from 'typeorm';
import { relationsFor } from '../send/relations-for.js';
import type { Relations } from '../rules/relations.js';
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
  const { due } = await judgeStored(stored, relations, work);
  const parts = Array.from({ length: Math.ceil(due.length / PART) }, (_, n) => due.slice(n * PART, (n + 1) * PART));
  // The last part is judged with everybody: what is due later, held or refused is settled with it.
  for (const part of parts.slice(0, -1)) {
    signal.throwIfAborted();
    const isDelivered = await work.db.transaction(async () => {
      const current = await claimMessage(messageId, work, part);
      if (!current) return false;
      const judged = await judgeStored(current, among(part, current.message.authorId, relations), work);
      await insertCopies(current.message, judged.due, work);
      return true;
    });
    if (!isDelivered) return;
  }
  await work.complete(async () => {
    const current = await claimMessage(messageId, work);
    if (!current) return;
    const judged = await judgeStored(current, relations, work);
    await insertCopies(current.message, judged.due, work);
    await settleMessage(current, judged.plan, work);
  });
}

/** The relations of some recipients. Everybody is judged by themselves, so that each judgement is that of the whole message. */
function among(personIds: readonly string[], authorId: string, relations: Relations): Relations {
  const profiles = [authorId, ...personIds].map((id) => [id, relations.profiles.get(id) ?? []] as const);
  return { ...relations, profiles: new Map(profiles) };
}

type ToDeliver = StoredMessage & { readonly message: { readonly authorId: string } };

function isToDeliver(stored: StoredMessage | undefined): stored is ToDeliver {
  return stored !== undefined && stored.message.authorId !== null && UNDELIVERED.includes(stored.message.state);
}

/**
 * Reads the message, and locks its row until the transaction ends: a recall waits, or came first.
 * @returns undefined when nothing is to be delivered any more
 */
async function claimMessage(
  messageId: string,
  { db }: Pick<JobWork, 'db'>,
  among?: readonly string[],
): Promise<ToDeliver | undefined> {
  const stored = await readMessage(messageId, db, among);
  if (!isToDeliver(stored)) return undefined;
  const { id, version } = stored.message;
  const claimed = await db
    .repository(MessageRow)
    .update({ id, version, state: In([...UNDELIVERED]) }, { version: version + 1 });
  if (claimed === 0) throw new ConflictError('The message was changed while it was delivered.', { details: { id } });
  stored.message.version = version + 1;
  return stored;
}
