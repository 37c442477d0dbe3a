// SPDX-License-Identifier: EUPL-1.2
import { narrower } from '../scope/readers.js';
import { FOLDER, type NodeRow } from '../store/node.entity.js';
import { aboveIn } from './find-node.js';

/** The columns of a node that follow from the folder it is in. */
export type Placed = Pick<
  NodeRow,
  'spaceId' | 'spaceKind' | 'above' | 'readers' | 'pupilsAdd' | 'groupId' | 'ownerId' | 'pupilId'
>;

type Placing = Pick<NodeRow, 'rank' | 'ownReaders' | 'addedBy'> & {
  /** Whether the folder stays open to pupils by itself. Default: only as long as the folder around it is open. */
  readonly staysOpen?: boolean;
  /** Whether a pupil added it. Default: false. */
  readonly byPupil?: boolean;
};

/** A folder that something is put into: also the root of a space that has no rows yet. */
export type Around = Placed & Pick<NodeRow, 'id'>;

/** The readers of a folder narrow those of the nodes in it, and nobody but the pupil sees what they put into a drop box. */
export function placeIn(
  folder: Around,
  { rank, ownReaders, addedBy, staysOpen = false, byPupil = false }: Placing,
): Placed {
  const { spaceId, spaceKind, groupId, ownerId, pupilId, pupilsAdd, readers } = folder;
  const isDropBox = pupilsAdd && readers === 'teachers';
  return {
    ...{ spaceId, spaceKind, above: aboveIn(folder), groupId, pupilId },
    readers: ownReaders === null ? readers : narrower(readers, ownReaders),
    pupilsAdd: rank === FOLDER && (pupilsAdd || staysOpen),
    ownerId: ownerId ?? (isDropBox && byPupil ? addedBy : null),
  };
}
