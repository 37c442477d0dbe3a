// SPDX-License-Identifier: EUPL-1.2
import type { NodeRow } from '../../store/node.entity.js';
import type { Around } from './place-in.js';

type Owned = Pick<NodeRow, 'spaceKind' | 'addedBy' | 'ownerId'>;

/**
 * The pupil to which a node of a class belongs: the one that added it, or else the one that reads it as their own, since somebody put it into their
 * folder for them (ADR 82).
 * @param pupilIds the pupils among the authors
 */
export function pupilOfClass({ spaceKind, addedBy, ownerId }: Owned, pupilIds: ReadonlySet<string>): string | null {
  if (spaceKind !== 'group') return null;
  return addedBy !== null && pupilIds.has(addedBy) ? addedBy : ownerId;
}

/** The pupil to which a node will belong in a folder: the one that added it, or else, in the same class, the one that has it already. */
export function pupilOf(
  node: Owned & Pick<NodeRow, 'spaceId'>,
  folder: Pick<Around, 'spaceId'>,
  pupilIds: ReadonlySet<string>,
): string | null {
  if (node.addedBy !== null && pupilIds.has(node.addedBy)) return node.addedBy;
  return node.spaceId === folder.spaceId ? pupilOfClass(node, pupilIds) : null;
}

/**
 * Whether something that changes its place in a class was put into a drop box. Undefined for what comes from elsewhere or is moved by the pupil: the
 * folder tells.
 */
export function staysDropped(
  { spaceId, dropped, addedBy }: Pick<NodeRow, 'spaceId' | 'dropped' | 'addedBy'>,
  folder: Pick<Around, 'spaceId'>,
  movedBy?: string,
): boolean | undefined {
  const isPutThere = spaceId !== folder.spaceId || (addedBy !== null && addedBy === movedBy);
  return isPutThere ? undefined : dropped;
}

/** The pupil who reads what others put into this folder: it is the pupil's own in a drop box. Null for what is « Enseignants seuls ». */
export function givenTo(
  { spaceKind, pupilsAdd, ownerId }: Pick<Around, 'spaceKind' | 'pupilsAdd' | 'ownerId'>,
  ownReaders: NodeRow['ownReaders'],
): string | null {
  return spaceKind === 'group' && pupilsAdd && ownReaders !== 'teachers' ? ownerId : null;
}
