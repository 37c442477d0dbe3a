// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';
import { foldName } from './names/free-name.js';

/** A space of 0.1 and a name in it, as one value of a fixed length: for migrations alone. */
export function placeOf(
  { groupId, ownerId }: { groupId: string | null; ownerId: string | null },
  name: string,
): string {
  return createHash('sha256')
    .update(`${groupId ?? ownerId}/${foldName(name)}`)
    .digest('hex');
}
