// SPDX-License-Identifier: EUPL-1.2
import type { SchoolWork } from '@volee/core-adapter';
import { In, IsNull } from 'typeorm';
import { FILE, FOLDER, NodeRow } from '../../store/node.entity.js';

type NodeTools = Pick<SchoolWork, 'db'>;

/** A folder or file with this id that is not in the trash. */
export function findNode(id: string, { db }: NodeTools): Promise<NodeRow | undefined> {
  return db.repository(NodeRow).findOne({ where: { id, trashedAt: IsNull() } });
}

export async function findFolder(id: string, tools: NodeTools): Promise<NodeRow | undefined> {
  const node = await findNode(id, tools);
  return node?.rank === FOLDER ? node : undefined;
}

export async function findFile(id: string, tools: NodeTools): Promise<NodeRow | undefined> {
  const node = await findNode(id, tools);
  return node?.rank === FILE ? node : undefined;
}

/** The ids of the folders above a node, the root first. */
export function idsAbove({ above }: Pick<NodeRow, 'above'>): string[] {
  return above.split('/').filter((id) => id !== '');
}

/** The value of `above` for the nodes in a folder. */
export function aboveIn({ above, id }: Pick<NodeRow, 'above' | 'id'>): string {
  return `${above}${id}/`;
}

/** The folders above a node, the root first. */
export async function foldersAbove(node: Pick<NodeRow, 'above'>, { db }: NodeTools): Promise<NodeRow[]> {
  const ids = idsAbove(node);
  if (ids.length === 0) return [];
  const found = await db.repository(NodeRow).find({ where: { id: In(ids) } });
  return ids.flatMap((id) => found.find((folder) => folder.id === id) ?? []);
}
