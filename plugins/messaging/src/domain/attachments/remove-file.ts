// SPDX-License-Identifier: EUPL-1.2
import { NotFoundError } from '@volee/core-adapter';
import type { MessagingRequest } from '../../brick-types.js';
import { AttachmentRow } from '../../store/attachment.entity.js';
import type { CopyRow } from '../../store/copy.entity.js';
import { claimDraft } from './attach-files.js';

/** Takes a file out of a draft, unless a second press of the button has done so already. */
export async function dropFile(...args: Parameters<typeof removeFile>): Promise<void> {
  try {
    await removeFile(...args);
  } catch (error) {
    if (!(error instanceof NotFoundError)) throw error;
  }
}

/**
 * Takes a file out of a draft: the row first, and the content after it is committed, unless a message that was forwarded names it.
 * @returns its name
 * @throws NotFoundError when the draft has no such file
 */
export async function removeFile(
  { messageId }: Pick<CopyRow, 'messageId'>,
  id: string,
  { db, storage, clock }: Pick<MessagingRequest, 'db' | 'storage' | 'clock'>,
): Promise<string> {
  const files = db.repository(AttachmentRow);
  const { name, storageKey, isShared } = await db.transaction(async () => {
    await claimDraft(messageId, clock.now(), db);
    const file = await files.findOne({ where: { id, messageId } });
    if (!file) throw new NotFoundError('The draft has no such file.');
    await files.delete({ id });
    const others = await files.count({ where: { storageKey: file.storageKey } });
    return { ...file, isShared: others > 0 };
  });
  if (!isShared) await storage.remove(storageKey);
  return name;
}
