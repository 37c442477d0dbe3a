// SPDX-License-Identifier: EUPL-1.2
import type { Clock, NewRow } from '@volee/core-adapter';
import { chargeSpace, type ChargeTools } from '../quota/charge-space.js';
import { nameColumns } from '../names/name-columns.js';
import { narrower, type Readers } from '../scope/readers.js';
import { FILE, FOLDER, NodeRow } from '../store/node.entity.js';
import { changeCounts, sumOf } from './counts.js';
import { aboveIn, idsAbove } from './find-node.js';
import { freeNames } from './free-names.js';

export interface TreeTools extends ChargeTools {
  readonly clock: Clock;
}

/** A folder or file to be put into a folder. */
export interface NewNode {
  readonly name: string;
  /** Null for a folder. */
  readonly contentId: string | null;
  readonly bytes: number;
  /** The bytes that count against the quota. Default: `bytes`. */
  readonly cost?: number;
  /** The readers that a person chose: those of the folder may be fewer. */
  readonly ownReaders?: Readers | null;
  readonly addedBy: string | null;
  readonly uploadMark?: string | null;
}

/**
 * Puts folders and files into a folder, in one transaction with the counts above and the place used. A name that is taken gets a number.
 * @throws QuotaError when the space has no room, ConflictError when another request took a name meanwhile: try again
 */
export async function insertNodes(folder: NodeRow, added: readonly NewNode[], tools: TreeTools): Promise<NodeRow[]> {
  const { db } = tools;
  return db.transaction(async () => {
    const names = await freeNames(
      folder.id,
      added.map(({ name }) => name),
      tools,
    );
    const rows = added.map((node, index) => rowOf(folder, { ...node, name: names[index] ?? node.name }, tools));
    const sum = sumOf(rows);
    const written = await db.repository(NodeRow).insert(rows);
    await changeCounts([...idsAbove(folder), folder.id], sum, tools);
    await chargeSpace(folder, sum.cost, tools);
    return written;
  });
}

function rowOf(folder: NodeRow, node: NewNode, { clock }: TreeTools): NewRow<NodeRow> {
  const { contentId, bytes, cost = bytes, ownReaders = null, addedBy, uploadMark = null } = node;
  const { spaceId, spaceKind, groupId, ownerId, pupilId } = folder;
  return {
    ...nameColumns(node.name),
    ...{ spaceId, spaceKind, parentId: folder.id, above: aboveIn(folder) },
    rank: contentId === null ? FOLDER : FILE,
    ...{ contentId, bytes, cost, files: contentId === null ? 0 : 1, addedBy, uploadMark },
    readers: ownReaders === null ? folder.readers : narrower(folder.readers, ownReaders),
    ...{ ownReaders, pupilsAdd: contentId === null && folder.pupilsAdd, changedAt: clock.now() },
    ...{ trashedAt: null, trashedFrom: null, trashedFromName: null },
    ...{ groupId, ownerId: ownerId ?? ownerInDropBox(folder, node), pupilId },
  };
}

/** What a pupil puts into a drop box is the pupil's: nobody else of the class sees it. */
function ownerInDropBox({ pupilsAdd, readers }: NodeRow, { addedBy }: NewNode): string | null {
  return pupilsAdd && readers === 'teachers' ? addedBy : null;
}
