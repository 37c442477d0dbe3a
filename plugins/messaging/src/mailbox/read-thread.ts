// SPDX-License-Identifier: EUPL-1.2
import type { Member } from '@volee/core-adapter';
import { In, IsNull, Not } from 'typeorm';
import type { MessagingRequest } from '../brick-types.js';
import { recipientOf } from '../deliver/read-message.js';
import { groupNames } from '../pages/group-names.js';
import { personsOf } from '../pages/recipient-labels.js';
import type { Recipient } from '../rules/recipients.js';
import { CopyRow } from '../store/copy.entity.js';
import { RecipientRow } from '../store/recipient.entity.js';
import { ReviewRow } from '../store/review.entity.js';
import { readLetters, type Letter } from './read-letters.js';

/** Messages of a thread that a page shows: the newest. */
const SHOWN = 100;

/** The messages of a thread of which the reader has a copy, the oldest first. */
export interface Thread {
  readonly subject: string;
  readonly posts: readonly Post[];
  readonly persons: ReadonlyMap<string, Member>;
  readonly groups: ReadonlyMap<string, string>;
}

export interface Post extends Letter {
  readonly copy: CopyRow;
  /** Of the reader's own messages; others do not learn to which persons a message went. */
  readonly own: OwnPost | undefined;
}

export interface OwnPost {
  readonly recipients: readonly Recipient[];
  readonly reviews: readonly ReviewRow[];
  /** Of messages from adults of the school to families. */
  readonly readers: { readonly read: number; readonly total: number } | undefined;
}

export async function readThread({ threadId, ownerId }: CopyRow, request: MessagingRequest): Promise<Thread> {
  const { db, directory } = request;
  const newest = await db.repository(CopyRow).find({
    where: { threadId, ownerId },
    order: { at: 'DESC', id: 'DESC' },
    take: SHOWN,
  });
  const letters = await readLetters(
    newest.map(({ messageId }) => messageId),
    db,
  );
  const posts: Post[] = [];
  for (const copy of newest.toReversed()) {
    const letter = letters.get(copy.messageId);
    if (letter) posts.push({ ...letter, copy, own: await ownPost(letter, ownerId, request) });
  }
  const ids = posts.flatMap(({ message, own }) => [message.authorId ?? [], personsOf(own?.recipients ?? [])].flat());
  return {
    subject: posts.at(-1)?.message.subject ?? '',
    posts,
    persons: await directory.persons([...new Set(ids)]),
    groups: await groupNames(request),
  };
}

async function ownPost({ message }: Letter, ownerId: string, { db }: MessagingRequest): Promise<OwnPost | undefined> {
  if (message.authorId !== ownerId) return undefined;
  const messageId = message.id;
  const recipients = (await db.repository(RecipientRow).find({ where: { messageId } })).flatMap(recipientOf);
  const isToFamilies = recipients.length > 0 && recipients.every((one) => 'group' in one && one.profile === 'guardian');
  const isFromSchool = message.asProfile !== 'pupil' && message.asProfile !== 'guardian';
  return {
    recipients,
    reviews: await db.repository(ReviewRow).find({ where: { messageId, state: In(['waiting', 'refused']) } }),
    readers: isToFamilies && isFromSchool ? await countReaders(messageId, ownerId, db) : undefined,
  };
}

async function countReaders(
  messageId: string,
  authorId: string,
  db: MessagingRequest['db'],
): Promise<NonNullable<OwnPost['readers']>> {
  const copies = db.repository(CopyRow);
  const where = { messageId, ownerId: Not(authorId) };
  const total = await copies.count({ where });
  return { total, read: total - (await copies.count({ where: { ...where, readAt: IsNull() } })) };
}
