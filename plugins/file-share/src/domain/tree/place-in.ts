// SPDX-License-Identifier: EUPL-1.2
import { narrower } from '../scope/readers.js';
import type { Readers } from '../../store/readers.js';
import { FOLDER, type NodeRow } from '../../store/node.entity.js';
import { aboveIn } from './find-node.js';

/** The columns of a node that follow from the folder it is in. */
export type Placed = Pick<
  NodeRow,
  'spaceId' | 'spaceKind' | 'above' | 'readers' | 'pupilsAdd' | 'groupId' | 'ownerId' | 'pupilId' | 'dropped'
>;

type Placing = Pick<NodeRow, 'rank' | 'ownReaders'> & {
  /** Whether the folder stays open to pupils by itself. Default: only as long as the folder around it is open. */
  readonly staysOpen?: boolean;
  /** The pupil that it belongs to where only teachers see it (`pupilOf`, `givenTo`). Default: none. */
  readonly pupil?: string | null;
  /** Whether its pupil goes on reading it alone where others see the folder: nobody chose to show it. Default: when the folder is a drop box. */
  readonly dropped?: boolean | undefined;
};

/** A folder that something is put into: also the root of a space that has no rows yet. */
export type Around = Placed & Pick<NodeRow, 'id'>;

/** The readers of a folder narrow those of the nodes in it. */
export function placeIn(folder: Around, { rank, ownReaders, staysOpen = false, ...whose }: Placing): Placed {
  const { spaceId, spaceKind, groupId, pupilId, pupilsAdd, readers } = folder;
  const seenBy = ownReaders === null ? readers : narrower(readers, ownReaders);
  return {
    ...{ spaceId, spaceKind, above: aboveIn(folder), groupId, pupilId, readers: seenBy },
    pupilsAdd: rank === FOLDER && (pupilsAdd || staysOpen),
    ...ownerIn(folder, seenBy, whose),
  };
}

/**
 * In a class, what a pupil added and only teachers see is the pupil's: they read it, and no other pupil does. What others added to the pupil's
 * folder is not (ADR 82).
 */
function ownerIn(
  folder: Around,
  seenBy: Readers,
  { pupil = null, dropped = folder.pupilsAdd && folder.readers === 'teachers' }: Pick<Placing, 'pupil' | 'dropped'>,
): Pick<NodeRow, 'ownerId' | 'dropped'> {
  if (folder.spaceKind !== 'group') return { ownerId: folder.ownerId, dropped: false };
  const isForTeachers = seenBy === 'teachers';
  // A folder in a drop box that was opened is its pupil's still.
  const ownerId = pupil ?? (folder.dropped && !isForTeachers ? folder.ownerId : null);
  const isDropped = ownerId !== null && (dropped || folder.dropped);
  return { ownerId: isForTeachers || isDropped ? ownerId : null, dropped: isDropped };
}
