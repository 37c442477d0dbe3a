// SPDX-License-Identifier: EUPL-1.2
import { nameColumns } from '../../store/names/name-columns.js';
import { mostReaders, narrower } from '../scope/readers.js';
import type { Readers } from '../../store/readers.js';
import { NodeRow } from '../../store/node.entity.js';
import { changeBelow, levelsBelow, topmost } from './all-below.js';
import { chargeMoves, giveToCounts, takeFromCounts } from './carry-counts.js';
import { freeNames } from './free-names.js';
import type { TreeTools } from './insert-nodes.js';
import { openAround } from './open-around.js';
import { placeIn } from './place-in.js';
import { givenTo, pupilOf, staysDropped } from './pupil-of.js';
import { refuseCircle, refuseTooDeep } from './refuse-place.js';

export interface MoveOptions {
  /** Whether nodes that more people would see keep their present readers, as their own. */
  readonly keepReaders?: boolean;
  /** The pupils among the authors of the nodes and of what is below them. */
  readonly pupilIds?: ReadonlySet<string>;
  /**
   * The person who moves the nodes, and becomes their author in another space. What a pupil added stays the pupil's, except in the space of
   * the school.
   */
  readonly movedBy?: string;
}

/**
 * Moves folders and files into a folder, with all below them. A name that is taken gets a number. Runs in `changeSpaces` with all spaces that
 * are concerned, on nodes that were read in it.
 * @returns the nodes as they are there; without those that were in the folder already
 * @throws TreeRefusal, QuotaError
 */
export async function moveNodes(
  ticked: readonly NodeRow[],
  folder: NodeRow,
  { keepReaders = false, pupilIds = new Set(), movedBy }: MoveOptions,
  tools: TreeTools,
): Promise<NodeRow[]> {
  const { db } = tools;
  const nodes = topmost(ticked).filter(({ parentId }) => parentId !== folder.id);
  const levels = await levelsBelow(nodes, tools);
  refuseCircle(nodes, folder);
  refuseTooDeep(nodes, levels, folder);
  const wasOpen = await openAround(nodes, tools);
  const wanted = nodes.map(({ name }) => name);
  const names = await freeNames(folder.id, wanted, tools);
  await chargeMoves(nodes, folder, tools);
  await takeFromCounts(nodes, tools);
  const moved: NodeRow[] = [];
  for (const [index, node] of nodes.entries()) {
    const staysOpen = (one: NodeRow): boolean =>
      one.pupilsAdd && folder.spaceKind === 'group' && one.spaceId === folder.spaceId && !wasOpen.has(node.parentId);
    const history = (one: NodeRow): Pick<NodeRow, 'addedBy' | 'shownTo' | 'givenUp'> => ({
      addedBy: keepsAuthor(one, folder, pupilIds) ? one.addedBy : (movedBy ?? one.addedBy),
      // In another space, others read it.
      shownTo: one.spaceId === folder.spaceId ? mostReaders(one) : null,
      // In a class, the pupil finds the file again.
      givenUp: one.givenUp && folder.spaceKind !== 'group',
    });
    const ownReaders = keepReaders ? keptReaders(node, folder) : node.ownReaders;
    const pupil = pupilOf(node, folder, pupilIds) ?? givenTo(folder, ownReaders);
    // Moving the folder of a pupil gives the pupil nothing that others put into it.
    const isGiven = givenTo(folder, null) !== null;
    // Moving it by itself to where others see it shows it to them.
    const dropped = folder.readers === 'teachers' ? staysDropped(node, folder, movedBy) : undefined;
    const columns = {
      ...nameColumns(names[index] ?? node.name),
      ...placeIn(folder, { ...node, ownReaders, pupil, dropped, staysOpen: staysOpen(node) }),
      ...{ ownReaders, parentId: folder.id, ...history(node) },
    };
    await db.repository(NodeRow).update({ id: node.id }, columns);
    const now = { ...node, ...columns };
    await changeBelow(
      now,
      levels,
      (parent, one) => ({
        ...placeIn(parent, {
          ...one,
          pupil: pupilOf(one, folder, pupilIds) ?? (isGiven ? givenTo(parent, one.ownReaders) : null),
          dropped: staysDropped(one, folder, movedBy),
          staysOpen: staysOpen(one),
        }),
        ...history(one),
      }),
      tools,
    );
    moved.push(now);
  }
  await giveToCounts(folder, nodes, tools);
  return moved;
}

/** In the space of the school, `addedBy` names the person who may change something. */
function keepsAuthor(one: NodeRow, folder: NodeRow, pupilIds: ReadonlySet<string>): boolean {
  return one.spaceId === folder.spaceId || (folder.spaceKind !== 'school' && isPupils(one, pupilIds));
}

/** A pupil who left the school is known by what is theirs. */
function isPupils({ spaceKind, addedBy, ownerId }: NodeRow, pupilIds: ReadonlySet<string>): boolean {
  return addedBy !== null && (pupilIds.has(addedBy) || (spaceKind === 'group' && addedBy === ownerId));
}

/** The own readers that keep the present ones, if the folder has more. */
export function keptReaders(
  { readers, ownReaders }: Pick<NodeRow, 'readers' | 'ownReaders'>,
  folder: Pick<NodeRow, 'readers'>,
): Readers | null {
  return narrower(folder.readers, readers) === folder.readers ? ownReaders : readers;
}
