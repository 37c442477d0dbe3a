// SPDX-License-Identifier: EUPL-1.2
import { NotFoundError, type Member } from '@volee/core-adapter';
import { IsNull, Not } from 'typeorm';
import type { MessagingRequest } from '../../brick-types.js';
import { CopyRow } from '../../store/copy.entity.js';
import { MessageRow } from '../../store/message.entity.js';
import { childrenToTell, type ChildrenOf } from '../words/told-apart.js';
import { readRecipients } from './read-box-list.js';
import { readersOf, type Readers } from './readers.js';

/** The maximum number of names on a page. */
const MOST = 200;

/** The families who have a message of the user, by name. */
export interface NamedReaders {
  readonly subject: string;
  readonly readers: Readers;
  /** The ids of people with a copy that was read, and with one that was not. */
  readonly read: readonly string[];
  readonly unread: readonly string[];
  readonly persons: ReadonlyMap<string, Member>;
  readonly children: ChildrenOf;
}

/** Whether a page names the readers: the message itself tells of a single one, and a page has room for no more names. */
export function areNamed({ total }: Readers): boolean {
  return total >= 2 && total <= MOST;
}

/** @throws NotFoundError for a message of somebody else, and for one of which nobody is named as a reader */
export async function readReaders({ messageId }: CopyRow, request: MessagingRequest): Promise<NamedReaders> {
  const { db, user, directory } = request;
  const message = await db.repository(MessageRow).findOne({ where: { id: messageId, authorId: user.id } });
  const recipients = message && ((await readRecipients([messageId], request)).get(messageId) ?? []);
  const own = message && recipients ? [{ message, recipients }] : [];
  const readers = (await readersOf(own, request)).get(messageId);
  if (!message || !readers || !areNamed(readers))
    throw new NotFoundError('Readers of a message of one’s own to families are named, from 2 to 200.');
  const copies = await db.repository(CopyRow).find({
    select: ['ownerId', 'readAt'],
    where: { messageId, ownerId: Not(user.id), recalledAt: IsNull() },
  });
  const idsWhere = (isMeant: (copy: Pick<CopyRow, 'readAt'>) => boolean): string[] =>
    copies.filter(isMeant).map(({ ownerId }) => ownerId);
  const ids = copies.map(({ ownerId }) => ownerId);
  return {
    subject: message.subject,
    readers,
    read: idsWhere(({ readAt }) => readAt !== null),
    unread: idsWhere(({ readAt }) => readAt === null),
    persons: await directory.persons(ids),
    children: await childrenToTell(ids, request),
  };
}
