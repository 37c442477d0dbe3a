// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';
import type { ResourceScope } from '@volee/core-adapter';

/**
 * What the table knows an upload by: who sends it, into which space, under the key that the page chose. The key of another person's
 * upload makes another mark, so that it finds nothing and keeps nobody from uploading.
 */
export function uploadMark(userId: string, { groupId, ownerId }: ResourceScope, key: string): string {
  return createHash('sha256')
    .update(`${userId}/${groupId ?? ownerId}/${key}`)
    .digest('hex');
}
