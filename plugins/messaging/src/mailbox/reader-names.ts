// SPDX-License-Identifier: EUPL-1.2
import type { SchoolDatabase } from '@volee/core-adapter';
import { Not } from 'typeorm';
import { CopyRow } from '../store/copy.entity.js';
import type { MessageRow } from '../store/message.entity.js';
import type { Readers } from './readers.js';

/** More names than these help nobody. */
const MOST = 200;

/** The ids of families that have read a message, and of those that have not. */
export interface ReaderNames {
  readonly read: readonly string[];
  readonly unread: readonly string[];
}

/** Only for the author, and only where {@link Readers} are counted. Undefined for more names than a page holds. */
export async function readerNames(
  { id: messageId, authorId }: MessageRow,
  { total }: Readers,
  db: SchoolDatabase,
): Promise<ReaderNames | undefined> {
  if (total < 2 || total > MOST || authorId === null) return undefined;
  const copies = await db
    .repository(CopyRow)
    .find({ select: ['ownerId', 'readAt'], where: { messageId, ownerId: Not(authorId) } });
  const ids = (isRead: boolean): string[] =>
    copies.filter(({ readAt }) => (readAt !== null) === isRead).map(({ ownerId }) => ownerId);
  return { read: ids(true), unread: ids(false) };
}
