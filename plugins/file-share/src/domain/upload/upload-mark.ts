// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';

/**
 * Identifies an upload in the table: by the sender, the folder, and the key chosen by the page. The same key of another sender gives
 * another mark, and so neither finds nor blocks this upload.
 */
export function uploadMark(userId: string, folder: { readonly id: string } | undefined, key: string): string {
  return createHash('sha256')
    .update(`${userId}/${folder?.id ?? ''}/${key}`)
    .digest('hex');
}
