// SPDX-License-Identifier: EUPL-1.2
import type { JobWork } from '@volee/core-adapter';
import { relationsFor } from '../send/relations-for.js';
import { MessageRow } from '../store/message.entity.js';
import { DELIVER } from './deliver-job.js';
import { judgeStored } from './judge-stored.js';
import { readMessage } from './read-message.js';

/** Messages that are read together. */
const PART = 200;

/**
 * Delivers anew each message that waits for a teacher and that the rules now hold for a class that nobody was asked about: the class has
 * another key, or its pupils are together in another one. Where they share no class the message waits on, since directories lose
 * pupils for a night.
 */
export async function followClasses(work: JobWork, signal: AbortSignal): Promise<void> {
  const { db, jobs, complete } = work;
  const moved: string[] = [];
  let part = await readPart(undefined);
  while (part.length > 0) {
    for (const { id } of part) {
      signal.throwIfAborted();
      if (await isForAnotherClass(id, work)) moved.push(id);
    }
    part = part.length < PART ? [] : await readPart(part.at(-1));
  }
  await complete(async () => {
    for (const messageId of moved) await jobs.enqueue(DELIVER, { messageId }, { key: `${messageId} again` });
  });

  function readPart(after: Pick<MessageRow, 'id'> | undefined): Promise<Pick<MessageRow, 'id'>[]> {
    return db.repository(MessageRow).find({
      select: ['id'],
      where: { state: 'held' },
      order: { id: 'ASC' },
      take: PART,
      ...(after && { after: { id: after.id } }),
    });
  }
}

async function isForAnotherClass(id: string, work: JobWork): Promise<boolean> {
  const stored = await readMessage(id, work.db);
  if (!stored) return false;
  const { message, recipients, reviews } = stored;
  const { authorId } = message;
  if (authorId === null) return false;
  const relations = await relationsFor(authorId, recipients, work.directory);
  const { plan } = await judgeStored({ ...stored, message: { ...message, authorId } }, relations, work);
  const asked = new Set(reviews.filter(({ state }) => state === 'waiting').map(({ groupId }) => groupId));
  return [...plan.held.keys()].some((groupId) => !asked.has(groupId));
}
