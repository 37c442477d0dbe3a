// SPDX-License-Identifier: EUPL-1.2
import { NotFoundError, type Clock, type SchoolDatabase } from '@volee/core-adapter';
import { AttachmentRow } from '../../store/attachment.entity.js';
import { CopyRow } from '../../store/copy.entity.js';
import { filesOf } from '../message/files-of.js';

/**
 * Attaches the files of a message to one that forwards it. Their content is stored once. Call it in the transaction that writes the draft.
 * @param from the copy by which the user has the message
 * @throws NotFoundError when the copy was removed meanwhile
 */
export async function shareFiles(
  { from, to }: { readonly from: Pick<CopyRow, 'id' | 'ownerId' | 'messageId'>; readonly to: string },
  { db, clock }: { readonly db: SchoolDatabase; readonly clock: Clock },
): Promise<void> {
  // Locks the copy and changes nothing: the message and its files are removed only after the last copy.
  if ((await db.repository(CopyRow).update({ id: from.id }, { ownerId: from.ownerId })) === 0)
    throw new NotFoundError('The message is gone.');
  const files = await filesOf(from.messageId, db);
  await db
    .repository(AttachmentRow)
    .insert(
      files.map(({ name, bytes, storageKey }) => ({ messageId: to, name, bytes, storageKey, addedAt: clock.now() })),
    );
}
