// SPDX-License-Identifier: EUPL-1.2
import type { SchoolDatabase } from '@volee/core-adapter';
import { In, IsNull, Not } from 'typeorm';
import { CopyRow } from '../../store/copy.entity.js';
import type { Readers } from './readers.js';

/** More names than these help nobody. */
const MOST = 200;

/** The ids of families that have read a message, and of those that have not. */
export interface ReaderNames {
  readonly read: readonly string[];
  readonly unread: readonly string[];
}

/** Of a person's own messages of which {@link Readers} are counted, by their ids; none for more names than a page holds. */
export async function readerNames(
  readers: ReadonlyMap<string, Readers>,
  authorId: string,
  db: SchoolDatabase,
): Promise<ReadonlyMap<string, ReaderNames>> {
  const named = [...readers].flatMap(([messageId, { total }]) => (total < 2 || total > MOST ? [] : [messageId]));
  if (named.length === 0) return new Map();
  const copies = await db.repository(CopyRow).find({
    select: ['messageId', 'ownerId', 'readAt'],
    where: { messageId: In(named), ownerId: Not(authorId), recalledAt: IsNull() },
  });
  const names = new Map(named.map((messageId) => [messageId, { read: [] as string[], unread: [] as string[] }]));
  for (const { messageId, ownerId, readAt } of copies)
    names.get(messageId)?.[readAt === null ? 'unread' : 'read'].push(ownerId);
  return names;
}
