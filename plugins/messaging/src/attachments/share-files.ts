// SPDX-License-Identifier: EUPL-1.2
import type { Clock, SchoolDatabase } from '@volee/core-adapter';
import { AttachmentRow } from '../store/attachment.entity.js';
import { filesOf } from './attach-files.js';

/** Attaches the files of a message to one that forwards it. Their content is stored once. Call it in the transaction that writes the draft. */
export async function shareFiles(
  { from, to }: { readonly from: string; readonly to: string },
  { db, clock }: { readonly db: SchoolDatabase; readonly clock: Clock },
): Promise<void> {
  const files = await filesOf(from, db);
  await db
    .repository(AttachmentRow)
    .insert(
      files.map(({ name, bytes, storageKey }) => ({ messageId: to, name, bytes, storageKey, addedAt: clock.now() })),
    );
}
