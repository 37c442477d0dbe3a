// SPDX-License-Identifier: EUPL-1.2
import { ConflictError, type JobWork } from '@volee/core-adapter';
import { In } from 'typeorm';
import { beginTurns, waitTurn } from '../ration/take-turn.js';
import { relationsFor } from '../message/relations-for.js';
import type { Relations } from '../rules/relations.js';
import { MessageRow, UNDELIVERED } from '../../store/message.entity.js';
import { judgeStored } from './judge-stored.js';
import { readMessage, type StoredMessage } from '../message/read-message.js';
import { settleMessage } from './settle-message.js';
import { CopyRow } from '../../store/copy.entity.js';

/**
 * The number of copies in one transaction: other requests wait for no longer than these take. The directory reads the relations of a part
 * with its author and the children of its people without reading those of the whole school.
 */
const PART = 400;

/**
 * Judges a message again, and gives a copy to each person with a part that is due. Each part is judged in the transaction that writes it, so
 * that a breaker, a recall, a decision of the school or a change of the directory counts from the next part on. After a crash, the copies
 * tell which parts were written; the last one commits with the end of the job. What is due later is another job.
 */
export async function deliverMessage(messageId: string, work: JobWork, signal: AbortSignal): Promise<void> {
  const stored = await readMessage(messageId, work);
  if (!isToDeliver(stored)) return;
  const { message } = stored;
  if (isByPupil(message)) await beginTurns('send', { id: message.authorId }, work);
  for (const part of await partsBefore(stored, work)) {
    signal.throwIfAborted();
    const isDelivered = await work.db.transaction(async () => {
      const current = await claimMessage(message, work, part);
      if (!current) return false;
      const { due } = await judgeStored(current, await relationsAmong(part, current.message, work), work);
      await insertCopies(current.message, due, work);
      return true;
    });
    if (!isDelivered) return;
  }
  // The last part is judged with all recipients: it settles what is due later, held or refused.
  await work.complete(async () => {
    const current = await claimMessage(message, work);
    if (!current) return;
    const relations = await relationsFor(current.message.authorId, current.judged, work.directory);
    const { due, plan } = await judgeStored(current, relations, work);
    await insertCopies(current.message, due, work);
    await settleMessage(current, plan, work);
  });
}

/** The people of each part before the last one. */
async function partsBefore(stored: ToDeliver, work: JobWork): Promise<readonly (readonly string[])[]> {
  const { message, judged } = stored;
  if (judged.length <= PART && judged.every((one) => 'person' in one)) return [];
  const { due } = await judgeStored(stored, await relationsFor(message.authorId, judged, work.directory), work);
  const count = Math.ceil(due.length / PART) - 1;
  return Array.from({ length: Math.max(count, 0) }, (_, n) => due.slice(n * PART, (n + 1) * PART));
}

/**
 * The relations of some recipients, without the profiles of their children. Everybody is judged by themselves, so that each judgement is
 * that of the whole message.
 */
async function relationsAmong(
  personIds: readonly string[],
  { authorId }: ToDeliver['message'],
  { directory }: Pick<JobWork, 'directory'>,
): Promise<Relations> {
  const among = [authorId, ...personIds];
  const relations = await directory.relations(among);
  const profiles = new Map(among.map((id) => [id, relations.profiles.get(id) ?? []] as const));
  return { ...relations, profiles };
}

type ToDeliver = StoredMessage & { readonly message: { readonly authorId: string } };

function isByPupil({ asProfile }: MessageRow): boolean {
  return asProfile === 'pupil';
}

function isToDeliver(stored: StoredMessage | undefined): stored is ToDeliver {
  return stored !== undefined && stored.message.authorId !== null && UNDELIVERED.includes(stored.message.state);
}

/**
 * Reads the message, and locks its row until the transaction ends: a recall waits, or came first. Messages of one pupil take turns, so that
 * each counts those that have arrived; that lock comes first of all, because what is read after it is the newest.
 * @returns undefined when nothing is to be delivered any more
 */
async function claimMessage(
  claimed: ToDeliver['message'],
  { db, directory }: Pick<JobWork, 'db' | 'directory'>,
  among?: readonly string[],
): Promise<ToDeliver | undefined> {
  if (isByPupil(claimed)) await waitTurn('send', { id: claimed.authorId }, { db });
  const stored = await readMessage(claimed.id, { db, directory }, among);
  if (!isToDeliver(stored)) return undefined;
  const { id, version, authorId } = stored.message;
  // Nothing is delivered once the author is erased.
  const locked = await db
    .repository(MessageRow)
    .update({ id, version, authorId, state: In([...UNDELIVERED]) }, { version: version + 1 });
  if (locked === 0) throw new ConflictError('The message was changed while it was delivered.', { details: { id } });
  stored.message.version = version + 1;
  return stored;
}

/** Gives people their copies, which from now on stand for the thread in their inbox, and tells their open pages. */
async function insertCopies(
  { id: messageId, threadId, replyToId }: MessageRow,
  ownerIds: readonly string[],
  { db, live, clock }: Pick<JobWork, 'db' | 'live' | 'clock'>,
): Promise<void> {
  if (ownerIds.length === 0) return;
  const copies = db.repository(CopyRow);
  if (replyToId !== null) {
    await copies.update({ threadId, ownerId: In([...ownerIds]), box: 'inbox', isLast: true }, { isLast: false });
  }
  const at = clock.now();
  const unseen = { readAt: null, shownAt: null, recalledAt: null, hiddenAt: null, purgeAt: null };
  const state = { box: 'inbox', isLast: true, at, ...unseen } as const;
  await copies.insert(ownerIds.map((ownerId) => ({ ownerId, threadId, messageId, ...state })));
  live.publish(ownerIds, 'messages');
}
