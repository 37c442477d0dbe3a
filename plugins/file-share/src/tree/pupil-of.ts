// SPDX-License-Identifier: EUPL-1.2
import type { NodeRow } from '../store/node.entity.js';
import type { Around } from './place-in.js';

/** The pupil that a node of a class belongs to: the one that added it, or else, in the same class, the one that reads it already. */
export function pupilOf(
  node: Pick<NodeRow, 'spaceId' | 'spaceKind' | 'addedBy' | 'ownerId'>,
  folder: Pick<Around, 'spaceId'>,
  pupilIds: ReadonlySet<string>,
): string | null {
  if (node.addedBy !== null && pupilIds.has(node.addedBy)) return node.addedBy;
  return readerOf(node, folder);
}

/** The pupil that reads a node of the same class already. */
export function readerOf(
  { spaceId, spaceKind, ownerId }: Pick<NodeRow, 'spaceId' | 'spaceKind' | 'ownerId'>,
  folder: Pick<Around, 'spaceId'>,
): string | null {
  return spaceKind === 'group' && spaceId === folder.spaceId ? ownerId : null;
}

/** The pupil that reads what others put into this folder: it is the pupil's own in a drop box. Null for what is « Enseignants seuls ». */
export function givenTo(
  { spaceKind, pupilsAdd, ownerId }: Pick<Around, 'spaceKind' | 'pupilsAdd' | 'ownerId'>,
  ownReaders: NodeRow['ownReaders'],
): string | null {
  return spaceKind === 'group' && pupilsAdd && ownReaders !== 'teachers' ? ownerId : null;
}
