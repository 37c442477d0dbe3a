// SPDX-License-Identifier: EUPL-1.2
import type { SchoolDatabase } from '@volee/core-adapter';
import { firstFreeName, foldName } from '../../store/names/free-name.js';
import { nameColumns } from '../../store/names/name-columns.js';
import { CopyRow } from '../../store/copy.entity.js';
import { FavouriteRow } from '../../store/favourite.entity.js';
import { FOLDER, NodeRow } from '../../store/node.entity.js';
import { holderOf, type SpaceRef } from '../../store/space-ref.js';
import { SpaceRow } from '../../store/space.entity.js';
import { changeCounts } from '../tree/counts.js';
import { aboveIn } from '../tree/find-node.js';
import { findRoot } from './open-space.js';

interface JoinTools {
  readonly db: SchoolDatabase;
  /** The quota of spaces for which no head has set one, in bytes. */
  readonly usualBytes: number;
}

/**
 * Puts a space into another of the same kind, when two people or two classes become one: folders keep what is in them, and names that are
 * taken get a number. The trash keeps its days. Of two quotas, the greater one stays: a space for which no head has set one has the usual quota.
 */
export async function joinSpaces(from: SpaceRef, to: SpaceRef, { db, usualBytes }: JoinTools): Promise<void> {
  const spaces = db.repository(SpaceRow);
  // Uploads wait for these locks. MariaDB shows the rows as they were at the first read of the transaction, which is the host's: the
  // lists below may lack what an upload has written since.
  for (const holder of [from, to].map(holderOf).sort()) await spaces.increment({ holder }, { usedBytes: 0 });
  const [fromSpace, toSpace] = [await spaceOf(from, db), await spaceOf(to, db)];
  if (!fromSpace) return;
  const quotaBytes = greaterQuota(fromSpace.quotaBytes, toSpace?.quotaBytes ?? null, usualBytes);
  if (!toSpace) {
    await spaces.update({ id: fromSpace.id }, { ...holderColumns(to), holder: holderOf(to), quotaBytes });
    await db.repository(NodeRow).update({ spaceId: fromSpace.id }, holderColumns(to));
    return;
  }
  const [fromRoot, toRoot] = [await findRoot(from, { db }), await findRoot(to, { db })];
  if (!fromRoot || !toRoot) throw new Error('A space has no root.');
  await renameTaken(fromRoot, toRoot, db);
  await changeAbove(fromRoot, toRoot, db);
  await moveFavourites(fromRoot, toRoot, db);
  await moveNodes(fromRoot, toRoot, { db, columns: holderColumns(to) });
  await changeCounts([toRoot.id], fromRoot, { db });
  await spaces.delete({ id: fromSpace.id });
  await spaces.update({ id: toSpace.id }, { quotaBytes });
  await spaces.increment({ id: toSpace.id }, { usedBytes: fromSpace.usedBytes, nodes: fromSpace.nodes });
}

function greaterQuota(one: number | null, other: number | null, usual: number): number | null {
  return (one ?? usual) > (other ?? usual) ? one : other;
}

/** The column with the id of the group or person of a space. */
function holderColumns({ groupId, ownerId }: SpaceRef): { groupId: string } | { ownerId: string | null } {
  return groupId === null ? { ownerId } : { groupId };
}

function spaceOf(space: SpaceRef, db: SchoolDatabase): Promise<SpaceRow | undefined> {
  return db.repository(SpaceRow).findOne({ where: { holder: holderOf(space) } });
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

/** The stars of one root go to the other, once for each person. */
async function moveFavourites(fromRoot: NodeRow, toRoot: NodeRow, db: SchoolDatabase): Promise<void> {
  const favourites = db.repository(FavouriteRow);
  const kept = new Set((await favourites.find({ where: { nodeId: toRoot.id } })).map(({ ownerId }) => ownerId));
  for (const { id, ownerId } of await favourites.find({ where: { nodeId: fromRoot.id } })) {
    await (kept.has(ownerId) ? favourites.delete({ id }) : favourites.update({ id }, { nodeId: toRoot.id }));
  }
}

async function moveNodes(
  fromRoot: NodeRow,
  toRoot: NodeRow,
  { db, columns }: { readonly db: SchoolDatabase; readonly columns: Partial<NodeRow> },
): Promise<void> {
  const nodes = db.repository(NodeRow);
  const { spaceId } = toRoot;
  await nodes.delete({ id: fromRoot.id });
  await nodes.update({ parentId: fromRoot.id }, { parentId: toRoot.id, above: aboveIn(toRoot) });
  // In the trash, the space is the folder.
  await nodes.update({ parentId: fromRoot.spaceId }, { parentId: spaceId });
  await nodes.update({ trashedFrom: fromRoot.id, spaceId: fromRoot.spaceId }, { trashedFrom: toRoot.id });
  await nodes.update({ spaceId: fromRoot.spaceId }, { spaceId, ...columns });
  const copies = db.repository(CopyRow);
  await copies.update({ folderId: fromRoot.id }, { folderId: toRoot.id });
  await copies.update({ spaceId: fromRoot.spaceId }, { spaceId });
}
