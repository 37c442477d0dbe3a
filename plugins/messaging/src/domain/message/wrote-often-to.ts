// SPDX-License-Identifier: EUPL-1.2
import type { SchoolWork } from '@volee/core-adapter';
import { And, In, LessThanOrEqual, MoreThan, Not } from 'typeorm';
import { recipientOf } from './read-message.js';
import { BURST, isBurst } from '../rules/burst.js';
import { effectivePolicy } from '../rules/guard-rails.js';
import type { Policy } from '../rules/policy.js';
import { expandRecipients } from '../rules/recipients.js';
import type { Relations } from '../rules/relations.js';
import { CopyRow } from '../../store/copy.entity.js';
import { MessageRow } from '../../store/message.entity.js';
import { RecipientRow } from '../../store/recipient.entity.js';

interface Question {
  readonly authorId: string;
  readonly personIds: ReadonlySet<string>;
  readonly relations: Relations;
  readonly policy: Policy;
  /** The message that is judged again, and the instant since which it waits for a teacher; absent for one that is not sent yet. */
  readonly message?: Pick<MessageRow, 'id' | 'sentAt'> & { readonly heldAt: Date | undefined };
}

type Tools = Pick<SchoolWork, 'db' | 'clock'>;

/**
 * The classmates that a pupil has just written to so often that a teacher reads the next message first. Messages count if they were sent in
 * the minutes before, or arrived then after quiet hours, even if they were taken back since.
 */
export async function wroteOftenTo(question: Question, tools: Tools): Promise<ReadonlySet<string>> {
  const { authorId, relations, policy } = question;
  const isPupil = relations.profiles.get(authorId)?.includes('pupil') === true;
  // When a teacher reads everything first, nothing more can be asked.
  if (!isPupil || effectivePolicy(policy).moderated) return new Set();
  const classmates = classmatesAmong(question);
  if (classmates.length === 0) return new Set();
  const sent = await sentTo(classmates, question, tools);
  const arrived = await arrivedFor(classmates, question, tools);
  return new Set(
    classmates.filter((id) => isBurst(new Set([...(sent.get(id) ?? []), ...(arrived.get(id) ?? [])]).size)),
  );
}

function classmatesAmong({ authorId, personIds, relations: { memberOf } }: Question): string[] {
  const own = memberOf.get(authorId) ?? new Set<string>();
  return [...personIds].filter(
    (id) => id !== authorId && [...(memberOf.get(id) ?? [])].some((groupId) => own.has(groupId)),
  );
}

/** Classmate → the messages that the author sent to them shortly before this one. */
async function sentTo(
  classmates: readonly string[],
  { authorId, relations, message }: Question,
  { db, clock }: Tools,
): Promise<Map<string, string[]>> {
  const until = message?.sentAt ?? clock.now();
  const sent = await db.repository(MessageRow).find({
    select: ['id', 'sentAt'],
    where: { authorId, state: Not('draft'), sentAt: MoreThan(new Date(until.getTime() - BURST)) },
  });
  const earlier = sent.filter(({ id, sentAt }) => message === undefined || (id !== message.id && sentAt < until));
  const rows = await db.repository(RecipientRow).find({ where: { messageId: In(earlier.map(({ id }) => id)) } });
  const messages = new Map<string, string[]>();
  for (const { id } of earlier) {
    const recipients = rows.filter(({ messageId }) => messageId === id).flatMap(recipientOf);
    const { persons } = expandRecipients(recipients, { personId: authorId, relations });
    for (const classmate of classmates) if (persons.has(classmate)) add(messages, classmate, id);
  }
  return messages;
}

/**
 * Classmate → the messages of the author that have just arrived at them. For a message that waits for a teacher, also what had arrived when
 * it began to wait: no later change of a rule lets it pass.
 */
async function arrivedFor(
  classmates: readonly string[],
  { authorId, message }: Question,
  { db, clock }: Tools,
): Promise<Map<string, string[]>> {
  const ends = [clock.now(), ...(message?.heldAt ? [message.heldAt] : [])];
  const copies = await db.repository(CopyRow).find({
    select: ['messageId', 'ownerId', 'at'],
    where: ends.map((end) => ({
      ownerId: In([...classmates]),
      at: And(MoreThan(new Date(end.getTime() - BURST)), LessThanOrEqual(end)),
    })),
  });
  const own = await db.repository(MessageRow).find({
    select: ['id'],
    where: { id: In(copies.map(({ messageId }) => messageId)), authorId },
  });
  const ids = new Set(own.map(({ id }) => id).filter((id) => id !== message?.id));
  const messages = new Map<string, string[]>();
  for (const { ownerId, messageId } of copies) if (ids.has(messageId)) add(messages, ownerId, messageId);
  return messages;
}

function add(lists: Map<string, string[]>, key: string, value: string): void {
  lists.set(key, [...(lists.get(key) ?? []), value]);
}
