// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';
import type { NodeRow } from '../../store/node.entity.js';

/**
 * Tells whether a folder or file is still where it was, for the same readers. A job cannot ask whether its user may read something: it copies
 * what they read at the click, as long as that has not changed.
 */
export function placeMark({ spaceId, groupId, ownerId, pupilId, readers, pupilsAdd }: NodeRow): string {
  return createHash('sha256')
    .update(JSON.stringify([spaceId, groupId, ownerId, pupilId, readers, pupilsAdd]))
    .digest('base64url')
    .slice(0, 8);
}
