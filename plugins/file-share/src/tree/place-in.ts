// SPDX-License-Identifier: EUPL-1.2
import { narrower, type Readers } from '../scope/readers.js';
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
  /** The pupil that it belongs to where only teachers see it (`pupilOf`, `givenTo`). Default: none. */
  readonly pupil?: string | null;
  /** The pupil that goes on reading it alone where others see the folder: of what nobody chose to show. Default: none. */
  readonly alone?: string | null;
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
    ownerId: ownerIn(folder, seenBy, whose),
  };
}

/**
 * In a class, what a pupil added and only teachers see is the pupil's: they read it, and no other pupil does. What others added to the pupil's
 * folder is not (ADR 82).
 */
function ownerIn(
  { spaceKind, ownerId }: Around,
  seenBy: Readers,
  { pupil = null, alone = null }: Pick<Placing, 'pupil' | 'alone'>,
): string | null {
  if (spaceKind !== 'group') return ownerId;
  if (seenBy === 'teachers') return pupil;
  // In a drop box that was opened, each pupil still reads their own alone.
  return alone ?? (ownerId === null ? null : (pupil ?? ownerId));
}
