// SPDX-License-Identifier: EUPL-1.2
import { In, IsNull } from 'typeorm';
import type { FileShareRequest } from '../../brick-types.js';
import { readScope } from '../scope/node-scopes.js';
import { FavouriteRow } from '../../store/favourite.entity.js';
import { NodeRow } from '../../store/node.entity.js';

/** Favourites that a page lists; a person has hardly as many. */
const MOST = 100;

/** The nodes among these that have the user's star. */
export async function favouritesAmong(
  nodes: readonly Pick<NodeRow, 'id'>[],
  { db, user }: Pick<FileShareRequest, 'db' | 'user'>,
): Promise<ReadonlySet<string>> {
  if (nodes.length === 0) return new Set();
  const where = { ownerId: user.id, nodeId: In(nodes.map(({ id }) => id)) };
  const rows = await db.repository(FavouriteRow).find({ where });
  return new Set(rows.map(({ nodeId }) => nodeId));
}

/** The folders and files with the user's star that they still see, by name. */
export async function favouritesOf({
  db,
  user,
  access,
}: Pick<FileShareRequest, 'db' | 'user' | 'access'>): Promise<NodeRow[]> {
  const rows = await db.repository(FavouriteRow).find({ where: { ownerId: user.id }, take: MOST });
  if (rows.length === 0) return [];
  const nodes = await db.repository(NodeRow).find({
    where: { id: In(rows.map(({ nodeId }) => nodeId)), trashedAt: IsNull() },
    order: { rank: 'ASC', sortName: 'ASC', id: 'ASC' },
  });
  const scoped = nodes.map((node) => ({ ...readScope(node), node }));
  return (await access.filter('read', scoped)).map(({ node }) => node);
}
