// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';
import { foldName } from './free-name.js';

/** A space, and a name in it, as one value of a fixed length: in a school, no two files have the same. */
export function placeOf(
  { groupId, ownerId }: { groupId: string | null; ownerId: string | null },
  name: string,
): string {
  return createHash('sha256')
    .update(`${groupId ?? ownerId}/${foldName(name)}`)
    .digest('hex');
}
