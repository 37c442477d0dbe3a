// SPDX-License-Identifier: EUPL-1.2
import type { Clock, SchoolDatabase } from '@volee/core-adapter';
import { In } from 'typeorm';
import { usesOf } from '../content/count-uses.js';
import { releaseContents } from '../content/release-content.js';
import { FavouriteRow } from '../../store/favourite.entity.js';
import { NodeRow } from '../../store/node.entity.js';
import { inParts, readTrees, type Trees } from './all-below.js';
import { chargeCopies } from './charge-copies.js';
import { giveRoomBack, takeFromCounts } from './carry-counts.js';

interface DeleteTools {
  readonly db: SchoolDatabase;
  readonly clock: Clock;
}

/**
 * Deletes folders and files for good, with all below them, whether they are in the trash or not. Runs in `changeSpaces`, on nodes that were
 * read in it.
 * @returns the number of deleted files
 */
export async function deleteNodes(ticked: readonly NodeRow[], tools: DeleteTools): Promise<number> {
  return deleteTrees(await readTrees(ticked, tools), tools);
}

/** Does the same with what was read before, in the same transaction. */
export async function deleteTrees({ nodes, below }: Trees, tools: DeleteTools): Promise<number> {
  const { db } = tools;
  const all = [...nodes, ...below];
  await takeFromCounts(nodes, tools);
  await giveRoomBack(nodes, tools);
  await releaseContents(usesOf(all), tools);
  for (const ids of inParts(all.map(({ id }) => id))) {
    await db.repository(FavouriteRow).delete({ nodeId: In(ids) });
    await db.repository(NodeRow).delete({ id: In(ids) });
  }
  await chargeCopies(all, tools);
  return all.filter(({ contentId }) => contentId !== null).length;
}
