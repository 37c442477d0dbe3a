// SPDX-License-Identifier: EUPL-1.2
import type { Clock, SchoolDatabase } from '@volee/core-adapter';
import { IsNull, MoreThan, Not } from 'typeorm';
import { CopyRow } from '../store/copy.entity.js';
import { UNDELIVERED, type MessageRow } from '../store/message.entity.js';

const HOUR = 3_600_000;

/**
 * What an author can take back. `all`: nobody has received it, so that it becomes a draft again. `unread`: the copies of an hour that
 * nobody has read, and what is still to be delivered. `read` and `late`: nothing, since everybody has read it, or had it for an hour.
 */
export type Recallable = 'all' | 'unread' | 'read' | 'late' | 'nothing';

export async function whatToRecall(
  { id: messageId, authorId, state }: MessageRow,
  { db, clock }: { readonly db: SchoolDatabase; readonly clock: Clock },
): Promise<Recallable> {
  if (authorId === null || state === 'draft' || state === 'recalled') return 'nothing';
  const copies = db.repository(CopyRow);
  const others = { messageId, ownerId: Not(authorId) };
  if ((await copies.count({ where: others })) === 0) return state === 'sent' ? 'nothing' : 'all';
  if (UNDELIVERED.includes(state)) return 'unread';
  const unread = { ...others, readAt: IsNull() };
  if ((await copies.count({ where: { ...unread, at: MoreThan(recallableSince(clock)) } })) > 0) return 'unread';
  return (await copies.count({ where: unread })) > 0 ? 'late' : 'read';
}

/** Copies that came before this instant stay. */
export function recallableSince(clock: Clock): Date {
  return new Date(clock.now().getTime() - HOUR);
}
