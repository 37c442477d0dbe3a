// SPDX-License-Identifier: EUPL-1.2
import type { NodeRow } from '../store/node.entity.js';

/** The pupil that a node of a class belongs to: the one that added it, or else the owner of the folder around it. Null when there is none. */
export function pupilOf(
  { spaceKind, addedBy, ownerId }: Pick<NodeRow, 'spaceKind' | 'addedBy' | 'ownerId'>,
  pupilIds: ReadonlySet<string>,
): string | null {
  if (addedBy !== null && pupilIds.has(addedBy)) return addedBy;
  return spaceKind === 'group' ? ownerId : null;
}
