// SPDX-License-Identifier: EUPL-1.2
import { foldName } from '../../store/names/free-name.js';
import { nameColumns } from '../../store/names/name-columns.js';
import { releaseRoom, releaseSpaceAlone } from '../quota/charge-space.js';
import { mostReaders, narrower } from '../scope/readers.js';
import type { Readers } from '../../store/readers.js';
import { FOLDER, NodeRow } from '../../store/node.entity.js';
import { changeBelow, levelsBelow } from './all-below.js';
import { giveToCounts } from './carry-counts.js';
import { negative } from './counts.js';
import { findFolder } from './find-node.js';
import { freeNames } from './free-names.js';
import { writeNodes, type TreeTools } from './insert-nodes.js';
import { placeIn } from './place-in.js';
import { pupilOf, staysDropped } from './pupil-of.js';
import { refuseTooDeep } from './refuse-place.js';

export interface RestoreOptions {
  /** The pupils among the authors of the node and of what is below it. */
  readonly pupilIds?: ReadonlySet<string>;
  /** The root of the person's own space, when they may no longer add to the folder from which it came. */
  readonly into?: NodeRow;
}

/**
 * Brings a folder or file back from the trash, with all that came there with it, under a free name. The folder from which it came is made
 * anew in the root of the space when it is gone. The readers of the folder now see the node, and it is shown to no more than ever before. Runs
 * in `changeSpaces`, on a node that was read in it.
 * @throws TreeRefusal
 */
export async function restoreNode(
  node: NodeRow,
  tools: TreeTools,
  { pupilIds = new Set(), into }: RestoreOptions = {},
): Promise<NodeRow> {
  const { db } = tools;
  const folder = into ?? (await folderToRestoreTo(node, tools)) ?? (await folderAnew(node, tools));
  const levels = await levelsBelow([node], tools);
  refuseTooDeep([node], levels, folder);
  if (into) {
    // Bringing something back needs no room.
    await releaseSpaceAlone(node.spaceId, node, tools);
    await releaseSpaceAlone(into.spaceId, negative(node), tools);
  }
  const [name = node.name] = await freeNames(folder.id, [node.name], tools);
  const ownReaders = ownReadersIn(folder, node);
  const whose = (one: NodeRow): { pupil: string | null; dropped: boolean | undefined } => ({
    pupil: pupilOf(one, folder, pupilIds),
    dropped: staysDropped(one, folder),
  });
  const columns = {
    ...nameColumns(name),
    ...placeIn(folder, { ...node, ...whose(node), ownReaders, staysOpen: node.pupilsAdd }),
    ...{ shownTo: into ? null : mostReaders(node), givenUp: false },
    ...{ ownReaders, parentId: folder.id, trashedAt: null, trashedFrom: null, trashedFromName: null, trashedBy: null },
  };
  await db.repository(NodeRow).update({ id: node.id }, columns);
  const now = { ...node, ...columns };
  const back = (parent: NodeRow, one: NodeRow): Partial<NodeRow> => ({
    ...placeIn(parent, { ...one, ...whose(one), ownReaders: ownReadersIn(parent, one), staysOpen: one.pupilsAdd }),
    ...{
      ownReaders: ownReadersIn(parent, one),
      trashedAt: null,
      shownTo: into ? null : mostReaders(one),
      givenUp: false,
    },
  });
  await changeBelow(now, levels, back, tools);
  await giveToCounts(folder, [node], tools);
  return now;
}

/** The own word of a node by which it has no more readers than it ever had in this space: it may have been closed with its folder. */
function ownReadersIn(
  folder: Pick<NodeRow, 'readers'>,
  node: Pick<NodeRow, 'readers' | 'ownReaders' | 'shownTo'>,
): Readers | null {
  const { ownReaders } = node;
  const most = mostReaders(node);
  const now = narrower(folder.readers, ownReaders === null ? most : narrower(ownReaders, most));
  return now === folder.readers ? ownReaders : now;
}

/** The folder from which a node came; when that is gone, one in the root of the space with its name. Undefined when there is none. */
export async function folderToRestoreTo(
  { trashedFrom, trashedFromName, spaceId }: NodeRow,
  { db }: Pick<TreeTools, 'db'>,
): Promise<NodeRow | undefined> {
  const found = await findFolder(trashedFrom ?? '', { db });
  if (found?.spaceId === spaceId) return found;
  const root = await rootOfSpace(spaceId, { db });
  const foldedName = foldName(trashedFromName ?? '');
  return db.repository(NodeRow).findOne({ where: { parentId: root.id, foldedName, rank: FOLDER } });
}

async function rootOfSpace(spaceId: string, { db }: Pick<TreeTools, 'db'>): Promise<NodeRow> {
  const root = await db.repository(NodeRow).findOne({ where: { parentId: spaceId, foldedName: '' } });
  if (!root) throw new Error(`The space ${spaceId} has no root.`);
  return root;
}

async function folderAnew({ trashedFromName, spaceId, readers, addedBy }: NodeRow, tools: TreeTools): Promise<NodeRow> {
  const root = await rootOfSpace(spaceId, tools);
  const folder = { name: trashedFromName ?? '', contentId: null, bytes: 0, ownReaders: readers, addedBy };
  // It counts, and is never refused: bringing something back needs no room.
  await releaseRoom(spaceId, { cost: 0, nodes: -1 }, tools);
  const [made] = await writeNodes(root, [folder], tools);
  if (!made) throw new Error('An inserted row was not returned.');
  return made;
}
