// SPDX-License-Identifier: EUPL-1.2
import { In } from 'typeorm';
import type { FileShareRequest } from '../../brick-types.js';
import { giveUp } from '../keep/give-up.js';
import { homesOf, keepForPupils } from '../keep/keep-for-pupils.js';
import { ofPupils, ofPupilsIn } from '../keep/of-pupils.js';
import { sharedWithOthers } from '../move/shared-with-others.js';
import { FOLDER, NodeRow } from '../../store/node.entity.js';
import { changeSpaces } from '../tree/change-spaces.js';
import { readTrees } from '../tree/all-below.js';
import { deleteTrees } from '../tree/delete-nodes.js';
import { trashOf } from './trashed-nodes.js';
import type { TrashPlace } from './trash-place.js';

/**
 * Deletes folders and files of a trash for good, each with a line in the journal. Those that somebody has put back or deleted meanwhile, or
 * that hold things of others by now, are left out. Pupils keep a copy of what is theirs.
 * @returns the number of deleted folders and files, without those below them
 */
export async function emptyTrash(
  { spaceId }: Pick<TrashPlace, 'spaceId'>,
  shown: readonly NodeRow[],
  request: Pick<FileShareRequest, 'access' | 'user' | 'db' | 'clock' | 'audit' | 'directory'>,
): Promise<number> {
  const { db, clock, audit } = request;
  const homes = await homesOf((await ofPupils(shown, request)).files, request);
  return changeSpaces(
    [spaceId, ...homes],
    async () => {
      const where = { ...trashOf(spaceId), id: In(shown.map(({ id }) => id)) };
      const found = await db.repository(NodeRow).find({ where });
      const shared = await sharedWithOthers(found, request);
      const nodes = found.filter((node) => !shared.has(node));
      const trees = await readTrees(nodes, { db });
      await keepForPupils((await ofPupilsIn(trees, request)).files, homes, request, 'trash');
      await giveUp(trees, { db });
      await deleteTrees(trees, { db, clock });
      for (const node of nodes) await audit(actionOf(node), subjectOf(node));
      return nodes.length;
    },
    { db },
  );
}

function actionOf({ rank }: NodeRow): string {
  return rank === FOLDER ? 'file-share.folder.delete' : 'file-share.file.delete';
}

/** Other users read the audit trail: what is a class's is named, and what is a person's is identified by id only. */
function subjectOf({ id, groupId, ownerId, name, rank, files }: NodeRow): Record<string, unknown> {
  const node = rank === FOLDER ? { folder: id, files } : { file: id };
  return groupId === null || ownerId !== null ? node : { ...node, groupId, name };
}
