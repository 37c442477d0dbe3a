// SPDX-License-Identifier: EUPL-1.2
import { In } from 'typeorm';
import { CopyRow } from '../../store/copy.entity.js';
import { FavouriteRow } from '../../store/favourite.entity.js';
import { NodeRow } from '../../store/node.entity.js';
import { ownSpace } from '../../store/space-ref.js';
import { WorkRow } from '../../store/work.entity.js';
import { joinSpaces } from '../../domain/space/join-spaces.js';
import { inParts } from '../../domain/tree/all-below.js';
import { moveParts } from './move-parts.js';
import type { Move, MoveTools } from './move-tools.js';

/** Gives one person's space, parts of works and favourites to another, and names the other where the first is named. */
export async function movePerson(move: Move, tools: MoveTools): Promise<void> {
  const { db, from, to } = move;
  const nodes = db.repository(NodeRow);
  // No head sets the quota of an own space.
  await joinSpaces(ownSpace(from), ownSpace(to), { db, usualBytes: 0 });
  // Files in the drop boxes of classes.
  await nodes.update({ ownerId: from }, { ownerId: to });
  await moveParts(move, tools);
  await nodes.update({ addedBy: from }, { addedBy: to, uploadMark: null });
  await nodes.update({ trashedBy: from }, { trashedBy: to });
  await db.repository(WorkRow).update({ addedBy: from }, { addedBy: to });
  await db.repository(CopyRow).update({ ownerId: from }, { ownerId: to });
  await moveFavourites(move);
}

async function moveFavourites({ db, from, to }: Move): Promise<void> {
  const favourites = db.repository(FavouriteRow);
  const kept = await favourites.find({ where: { ownerId: to } });
  for (const nodeIds of inParts(kept.map(({ nodeId }) => nodeId))) {
    await favourites.delete({ ownerId: from, nodeId: In(nodeIds) });
  }
  await favourites.update({ ownerId: from }, { ownerId: to });
}
