// SPDX-License-Identifier: EUPL-1.2
import { NotFoundError, type Clock, type NewRow } from '@volee/core-adapter';
import { chargeSpace } from '../quota/charge-space.js';
import type { ChargeTools } from '../quota/charge-tools.js';
import { nameColumns } from '../../store/names/name-columns.js';
import type { Readers } from '../../store/readers.js';
import { FILE, FOLDER, NodeRow } from '../../store/node.entity.js';
import { lockSpaces } from './change-spaces.js';
import { changeCounts, sumOf } from './counts.js';
import { findFolder, idsAbove } from './find-node.js';
import { freeNames } from './free-names.js';
import { placeIn } from './place-in.js';
import { givenTo } from './pupil-of.js';
import { refuseFolderIn } from './refuse-place.js';

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
  /** Whether that person adds it as a pupil: in a drop box it is theirs. Default: false. */
  readonly byPupil?: boolean;
  readonly uploadMark?: string | null;
  /** `sentMark` of the name that a pupil sent into a work. */
  readonly sentMark?: string | null;
  /** The group from which a copy was kept for the pupil. */
  readonly keptFrom?: string | null;
  /** The file in that group. */
  readonly keptOf?: string | null;
}

/**
 * Puts folders and files into a folder, in one transaction with the counts above and the place used. A name that is taken gets a number.
 * @throws QuotaError when the space has no room, NotFoundError when the folder was deleted meanwhile, ConflictError when another request was
 * first: try again, TreeRefusal when a folder would stand too deep
 */
export async function insertNodes(
  { id, spaceId }: Pick<NodeRow, 'id' | 'spaceId'>,
  added: readonly NewNode[],
  tools: TreeTools,
): Promise<NodeRow[]> {
  return tools.db.transaction(async () => {
    await lockSpaces([spaceId], tools);
    const folder = await findFolder(id, tools);
    if (folder?.spaceId !== spaceId) {
      throw new NotFoundError('The folder was moved or deleted just before.', { details: { folder: id } });
    }
    return addNodes(folder, added, tools);
  });
}

/** Does the same in a transaction that has locked the space and then read the folder. */
export async function addNodes(folder: NodeRow, added: readonly NewNode[], tools: TreeTools): Promise<NodeRow[]> {
  const cost = added.reduce((sum, node) => sum + (node.cost ?? node.bytes), 0);
  await chargeSpace(folder, { cost, nodes: added.length }, tools);
  return writeNodes(folder, added, tools);
}

/** Does the same where the space was charged before. */
export async function writeNodes(
  folder: NodeRow,
  added: readonly NewNode[],
  tools: Pick<TreeTools, 'db' | 'clock'>,
): Promise<NodeRow[]> {
  if (added.some(({ contentId }) => contentId === null)) refuseFolderIn(folder);
  const wanted = added.map(({ name }) => name);
  const names = await freeNames(folder.id, wanted, tools);
  const rows = added.map((node, index) => rowOf(folder, { ...node, name: names[index] ?? node.name }, tools));
  const written = await tools.db.repository(NodeRow).insert(rows);
  await changeCounts([...idsAbove(folder), folder.id], sumOf(rows), tools);
  return written;
}

export function rowOf(folder: NodeRow, node: NewNode, { clock }: Pick<TreeTools, 'clock'>): NewRow<NodeRow> {
  const { contentId, bytes, cost = bytes, ownReaders = null, addedBy, byPupil = false } = node;
  const rank = contentId === null ? FOLDER : FILE;
  return {
    ...nameColumns(node.name),
    ...placeIn(folder, { rank, ownReaders, pupil: byPupil ? addedBy : givenTo(folder, ownReaders) }),
    ...{ parentId: folder.id, rank, contentId, bytes, cost, files: contentId === null ? 0 : 1, nodes: 1 },
    ...{
      addedBy,
      uploadMark: node.uploadMark ?? null,
      sentMark: node.sentMark ?? null,
      keptFrom: node.keptFrom ?? null,
      keptOf: node.keptOf ?? null,
      givenUp: false,
      shownTo: null,
      ownReaders,
      changedAt: clock.now(),
      trashedAt: null,
      trashedFrom: null,
      trashedFromName: null,
      trashedBy: null,
    },
  };
}
