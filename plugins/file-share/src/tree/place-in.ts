// SPDX-License-Identifier: EUPL-1.2
import { narrower } from '../scope/readers.js';
import { FOLDER, type NodeRow } from '../store/node.entity.js';
import { aboveIn } from './find-node.js';

/** The columns of a node that follow from the folder it is in. */
export type Placed = Pick<
  NodeRow,
  'spaceId' | 'spaceKind' | 'above' | 'readers' | 'pupilsAdd' | 'groupId' | 'ownerId' | 'pupilId'
>;

type Placing = Pick<NodeRow, 'rank' | 'ownReaders'> & {
  /** Whether the folder stays open to pupils by itself. Default: only as long as the folder around it is open. */
  readonly staysOpen?: boolean;
  /** The pupil that added it. Default: none did. */
  readonly pupil?: string | null;
};

/** A folder that something is put into: also the root of a space that has no rows yet. */
export type Around = Placed & Pick<NodeRow, 'id'>;

/**
 * The readers of a folder narrow those of the nodes in it. In a class, what a pupil added and only teachers see is the pupil's: they read it,
 * and no other pupil does (ADR 82).
 */
export function placeIn(folder: Around, { rank, ownReaders, staysOpen = false, pupil = null }: Placing): Placed {
  const { spaceId, spaceKind, groupId, ownerId, pupilId, pupilsAdd, readers } = folder;
  const seenBy = ownReaders === null ? readers : narrower(readers, ownReaders);
  return {
    ...{ spaceId, spaceKind, above: aboveIn(folder), groupId, pupilId, readers: seenBy },
    pupilsAdd: rank === FOLDER && (pupilsAdd || staysOpen),
    ownerId: spaceKind === 'group' && seenBy === 'teachers' ? (pupil ?? ownerId) : ownerId,
  };
}
