// SPDX-License-Identifier: EUPL-1.2
import type { JobWork } from '@volee/core-adapter';
import { In } from 'typeorm';
import { CopyRow } from '../../store/copy.entity.js';
import type { MessageRow } from '../../store/message.entity.js';

/** Gives persons their copies, which from now on stand for the thread in their inbox, and tells their open pages. */
export async function insertCopies(
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
