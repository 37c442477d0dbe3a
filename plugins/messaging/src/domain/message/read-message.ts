// SPDX-License-Identifier: EUPL-1.2
import type { Profile, SchoolDatabase, SchoolWork } from '@volee/core-adapter';
import { In } from 'typeorm';
import type { Recipient } from '../rules/recipients.js';
import { replyToAll } from '../rules/reply-to-all.js';
import type { Sender } from '../rules/sender.js';
import { CopyRow } from '../../store/copy.entity.js';
import { MessageRow } from '../../store/message.entity.js';
import { RecipientRow } from '../../store/recipient.entity.js';
import { ReviewRow } from '../../store/review.entity.js';

/** A message with everything by which its delivery is decided. */
export interface StoredMessage {
  readonly message: MessageRow;
  readonly recipients: readonly Recipient[];
  /** Also the people of each group that has ended since, as it was then: the class has another key. The rules judge each of them. */
  readonly judged: readonly Recipient[];
  readonly replyTo: Sender['replyTo'];
  /** The people that the author has not chosen: of a reply to all, and of groups that have ended. */
  readonly replyToAll: ReadonlySet<string>;
  readonly reviews: readonly ReviewRow[];
  /** The people who have a copy, its author among them. */
  readonly owners: ReadonlySet<string>;
}

/**
 * Undefined when the message is gone.
 * @param among the answer tells only of these people, and of the author, whether they have a copy
 */
export async function readMessage(
  messageId: string,
  { db, directory }: Pick<SchoolWork, 'db' | 'directory'>,
  among?: readonly string[],
): Promise<StoredMessage | undefined> {
  const messages = db.repository(MessageRow);
  const message = await messages.findOne({ where: { id: messageId } });
  if (!message) return undefined;
  const rows = await db.repository(RecipientRow).find({ where: { messageId } });
  const copies = await db.repository(CopyRow).find({
    select: ['ownerId'],
    where: { messageId, ...(among && message.authorId && { ownerId: In([...among, message.authorId]) }) },
  });
  const recipients = rows.flatMap(recipientOf);
  const atEnd = await peopleAtEnd(recipients, message, directory);
  const answered = message.replyToId ? await messages.findOne({ where: { id: message.replyToId } }) : undefined;
  const replyTo = answered && authorOf(answered);
  return {
    message,
    recipients,
    judged: [...recipients, ...atEnd.map(({ person }) => ({ person }))],
    replyTo,
    replyToAll: new Set([...teamOf(atEnd), ...(answered ? await namedBy(message, answered, db) : [])]),
    reviews: await db.repository(ReviewRow).find({ where: { messageId } }),
    owners: new Set(copies.map(({ ownerId }) => ownerId)),
  };
}

/** A person of a group that has ended, and the profile by which the message names them. */
interface PersonAtEnd {
  readonly person: string;
  readonly profile: Profile;
}

async function peopleAtEnd(
  recipients: readonly Recipient[],
  { authorId }: MessageRow,
  directory: Pick<SchoolWork['directory'], 'membersAtEnd'>,
): Promise<PersonAtEnd[]> {
  const people: PersonAtEnd[] = [];
  for (const one of recipients) {
    if (!('group' in one)) continue;
    const { group, profile } = one;
    for (const person of await directory.membersAtEnd(group, profile)) people.push({ person, profile });
  }
  return people.filter(({ person }) => person !== authorId);
}

/** The team of a class is one name: its teachers do not count as people named by the author. */
function teamOf(people: readonly PersonAtEnd[]): string[] {
  return people.flatMap(({ person, profile }) => (profile === 'teacher' ? [person] : []));
}

/** The people that a reply to all goes to, when the message is a reply. */
async function namedBy({ authorId }: MessageRow, answered: MessageRow, db: SchoolDatabase): Promise<readonly string[]> {
  if (authorId === null || answered.authorId === null) return [];
  const rows = await db.repository(RecipientRow).find({ where: { messageId: answered.id } });
  const recipients = rows.flatMap(recipientOf);
  return replyToAll(authorId, { authorId: answered.authorId, recipients, isApart: answered.apart === true });
}

/** The author and the profile by which they wrote; undefined once they were erased. */
export function authorOf({ authorId, asProfile }: MessageRow): Sender['replyTo'] {
  return authorId === null ? undefined : { authorId, as: asProfile };
}

export function recipientOf({ toPerson, toGroup, part }: RecipientRow): Recipient[] {
  if (toPerson !== null) return [{ person: toPerson }];
  if (part === null) return [];
  return [toGroup === null ? { everyone: part } : { group: toGroup, profile: part }];
}
