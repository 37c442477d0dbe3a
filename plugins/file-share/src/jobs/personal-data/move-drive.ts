// SPDX-License-Identifier: EUPL-1.2
import type { SchoolDatabase } from '@volee/core-adapter';
import { firstFreeName, foldName } from '../../store/names/free-name.js';
import { nameColumns } from '../../store/names/name-columns.js';
import { findRoot } from '../../domain/space/open-space.js';
import { holderOf, ownSpace } from '../../store/space-ref.js';
import { FavouriteRow } from '../../store/favourite.entity.js';
import { FOLDER, NodeRow } from '../../store/node.entity.js';
import { SpaceRow } from '../../store/space.entity.js';
import { changeCounts } from '../../domain/tree/counts.js';
import { aboveIn } from '../../domain/tree/find-node.js';
import type { Move } from './move-tools.js';

/** Puts the space of one person into that of another: folders keep what is in them, and names that are taken get a number. */
export async function moveDrive({ db, from, to }: Move): Promise<void> {
  const spaces = db.repository(SpaceRow);
  // Uploads wait for these locks. MariaDB shows the rows as they were at the first read of the transaction, which is the host's: the
  // lists below may lack what an upload has written since.
  for (const holder of [from, to].map((id) => holderOf(ownSpace(id))).sort()) {
    await spaces.increment({ holder }, { usedBytes: 0 });
  }
  const [fromSpace, toSpace] = [await spaceOf(from, db), await spaceOf(to, db)];
  if (!fromSpace) return;
  if (!toSpace) {
    await spaces.update({ id: fromSpace.id }, { ownerId: to, holder: holderOf(ownSpace(to)) });
    await db.repository(NodeRow).update({ ownerId: from, spaceId: fromSpace.id }, { ownerId: to });
    return;
  }
  const [fromRoot, toRoot] = [await findRoot(ownSpace(from), { db }), await findRoot(ownSpace(to), { db })];
  if (!fromRoot || !toRoot) throw new Error('A space has no root.');
  await renameTaken(fromRoot, toRoot, db);
  await changeAbove(fromRoot, toRoot, db);
  await moveNodes(fromRoot, toRoot, db);
  await changeCounts([toRoot.id], fromRoot, { db });
  await spaces.delete({ id: fromSpace.id });
  await spaces.increment({ id: toSpace.id }, { usedBytes: fromSpace.usedBytes, nodes: fromSpace.nodes });
}

function spaceOf(ownerId: string, db: SchoolDatabase): Promise<SpaceRow | undefined> {
  return db.repository(SpaceRow).findOne({ where: { holder: holderOf(ownSpace(ownerId)) } });
}

/** Names in both roots get a number that is free in both, before they meet in one folder. */
async function renameTaken(fromRoot: NodeRow, toRoot: NodeRow, db: SchoolDatabase): Promise<void> {
  const nodes = db.repository(NodeRow);
  const there = await nodes.find({ where: { parentId: toRoot.id } });
  const here = await nodes.find({ where: { parentId: fromRoot.id }, order: { sortName: 'ASC', id: 'ASC' } });
  const taken = new Set(there.map(({ foldedName }) => foldedName));
  const used = new Set([...taken, ...here.map(({ foldedName }) => foldedName)]);
  for (const { id, name, foldedName } of here) {
    if (!taken.has(foldedName)) continue;
    const free = firstFreeName(name, (folded) => used.has(folded));
    used.add(foldName(free));
    await nodes.update({ id }, nameColumns(free));
  }
}

/** Changes the ids of the folders above. Nodes in one folder have the same ids, so that a folder takes one statement. */
async function changeAbove(fromRoot: NodeRow, toRoot: NodeRow, db: SchoolDatabase): Promise<void> {
  const nodes = db.repository(NodeRow);
  const [before, after] = [aboveIn(fromRoot), aboveIn(toRoot)];
  const folders = await nodes.find({ where: { spaceId: fromRoot.spaceId, rank: FOLDER } });
  for (const folder of folders) {
    if (!folder.above.startsWith(before) || folder.id === fromRoot.id) continue;
    const above = after + aboveIn(folder).slice(before.length);
    await nodes.update({ parentId: folder.id }, { above });
  }
}

async function moveNodes(fromRoot: NodeRow, toRoot: NodeRow, db: SchoolDatabase): Promise<void> {
  const nodes = db.repository(NodeRow);
  const { spaceId, ownerId } = toRoot;
  await db.repository(FavouriteRow).delete({ nodeId: fromRoot.id });
  await nodes.delete({ id: fromRoot.id });
  await nodes.update({ parentId: fromRoot.id }, { parentId: toRoot.id, above: aboveIn(toRoot) });
  // In the trash, the space is the folder.
  await nodes.update({ parentId: fromRoot.spaceId }, { parentId: spaceId });
  await nodes.update({ trashedFrom: fromRoot.id, spaceId: fromRoot.spaceId }, { trashedFrom: toRoot.id });
  await nodes.update({ spaceId: fromRoot.spaceId }, { spaceId, ownerId });
}
