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
};

/** The readers of a folder narrow those of the nodes in it, and nobody but the pupil sees what they put into a drop box. */
export function placeIn(folder: NodeRow, { rank, ownReaders, addedBy, staysOpen = false }: Placing): Placed {
  const { spaceId, spaceKind, groupId, ownerId, pupilId, pupilsAdd, readers } = folder;
  const isDropBox = pupilsAdd && readers === 'teachers';
  return {
    ...{ spaceId, spaceKind, above: aboveIn(folder), groupId, pupilId },
    readers: ownReaders === null ? readers : narrower(readers, ownReaders),
    pupilsAdd: rank === FOLDER && (pupilsAdd || staysOpen),
    ownerId: ownerId ?? (isDropBox ? addedBy : null),
  };
}
