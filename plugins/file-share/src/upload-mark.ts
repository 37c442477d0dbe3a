// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';
import type { ResourceScope } from '@volee/core-adapter';

/**
 * Identifies an upload in the table: by the sender, the space, and the key chosen by the page. The same key of another sender gives
 * another mark, and so neither finds nor blocks this upload.
 */
export function uploadMark(userId: string, { groupId, ownerId }: ResourceScope, key: string): string {
  return createHash('sha256')
    .update(`${userId}/${groupId ?? ownerId}/${key}`)
    .digest('hex');
}
