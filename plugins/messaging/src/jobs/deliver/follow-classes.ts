// SPDX-License-Identifier: EUPL-1.2
import type { JobWork } from '@volee/core-adapter';
import { In } from 'typeorm';
import { relationsFor } from '../../domain/message/relations-for.js';
import { MessageRow } from '../../store/message.entity.js';
import { ReviewRow } from '../../store/review.entity.js';
import { DELIVER } from '../../domain/judging/deliver-data.js';
import { judgeStored } from '../../domain/deliver/judge-stored.js';
import { readMessage } from '../../domain/message/read-message.js';

/** Messages that are read together. */
const PART = 200;

type Held = Pick<MessageRow, 'id' | 'authorId'>;

/**
 * Delivers anew each message that waits for a teacher of a class in which its author is no more, or that nobody teaches, and that the rules now
 * hold for a class that nobody was asked about: the class has another key, or its pupils are together in another one. Where they share no class the message
 * waits on, since directories lose pupils for a night. A message that waits for nobody is delivered as well: its class became one with
 * another one, the teachers of which had decided.
 * @throws Error when messages could not be judged; all others are delivered by then
 */
export async function followClasses(work: JobWork, signal: AbortSignal): Promise<void> {
  const { db, jobs, log, complete } = work;
  const moved: string[] = [];
  const failures: unknown[] = [];
  let part = await readPart(undefined);
  while (part.length > 0) {
    for (const id of await outOfClass(part, work)) {
      signal.throwIfAborted();
      try {
        if (await isForAnotherClass(id, work)) moved.push(id);
      } catch (error) {
        log.error({ err: error, messageId: id }, 'a message that waits for a teacher could not be judged');
        failures.push(error);
      }
    }
    part = part.length < PART ? [] : await readPart(part.at(-1));
  }
  const deliver = async (): Promise<void> => {
    for (const messageId of moved) await jobs.enqueue(DELIVER, { messageId }, { key: `${messageId} again` });
  };
  if (failures.length === 0) return complete(deliver);
  await db.transaction(deliver);
  throw new Error(`${String(failures.length)} messages could not be judged.`, { cause: failures[0] });

  function readPart(after: Held | undefined): Promise<Held[]> {
    return db.repository(MessageRow).find({
      select: ['id', 'authorId'],
      where: { state: 'held' },
      order: { id: 'ASC' },
      take: PART,
      ...(after && { after: { id: after.id } }),
    });
  }
}

/**
 * The ids of those messages that wait for nobody, for a class in which their author is no more, or for one that nobody teaches while they are
 * in others: few, so that only these are judged.
 */
async function outOfClass(messages: readonly Held[], { db, directory }: JobWork): Promise<string[]> {
  const where = { messageId: In(messages.map(({ id }) => id)), state: 'waiting' as const };
  const reviews = await db.repository(ReviewRow).find({ select: ['messageId', 'groupId'], where });
  const { memberOf } = await directory.relations(messages.flatMap(({ authorId }) => authorId ?? []));
  const waiting = messages.map(({ id, authorId }) => ({
    id,
    own: memberOf.get(authorId ?? '') ?? new Set(),
    asked: reviews.flatMap(({ messageId, groupId }) => (messageId === id ? [groupId] : [])),
  }));
  const several = waiting.flatMap(({ own, asked }) => (own.size > 1 ? asked : []));
  const counts = await directory.countByGroup([...new Set(several)]);
  const untaught = new Set(counts.flatMap(({ group, teachers }) => (teachers === 0 ? [group.id] : [])));
  return waiting.flatMap(({ id, own, asked }) =>
    asked.length === 0 || asked.some((groupId) => !own.has(groupId) || untaught.has(groupId)) ? [id] : [],
  );
}

async function isForAnotherClass(id: string, work: JobWork): Promise<boolean> {
  const stored = await readMessage(id, work);
  if (!stored) return false;
  const { message, judged, reviews } = stored;
  const { authorId } = message;
  if (authorId === null) return false;
  const relations = await relationsFor(authorId, judged, work.directory);
  const { plan } = await judgeStored({ ...stored, message: { ...message, authorId } }, relations, work);
  const asked = new Set(reviews.filter(({ state }) => state === 'waiting').map(({ groupId }) => groupId));
  return asked.size === 0 || [...plan.held.keys()].some((groupId) => !asked.has(groupId));
}
