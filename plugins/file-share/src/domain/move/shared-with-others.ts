// SPDX-License-Identifier: EUPL-1.2
import { IsNull, Like, Not } from 'typeorm';
import type { FileShareRequest } from '../../brick-types.js';
import { changeScope } from '../scope/node-scopes.js';
import { NodeRow } from '../../store/node.entity.js';
import { foldersOf } from '../tree/all-below.js';
import { aboveIn } from '../tree/find-node.js';
import { allowedOf } from './picked.js';

/**
 * The folders among these that the user may change only because they added them, and that hold something of somebody else: moving or
 * deleting the folder would take that along.
 */
export async function sharedWithOthers(
  nodes: readonly NodeRow[],
  request: Pick<FileShareRequest, 'access' | 'db' | 'user'>,
): Promise<ReadonlySet<NodeRow>> {
  const folders = foldersOf(nodes);
  const asNobodys = folders.map((node) => ({ node, scope: changeScope({ ...node, addedBy: null }, false) }));
  const byProfile = new Set(await allowedOf('change', asNobodys, request));
  const shared = new Set<NodeRow>();
  for (const folder of folders) {
    if (!byProfile.has(folder) && (await holdsOthers(folder, request))) shared.add(folder);
  }
  return shared;
}

async function holdsOthers(folder: NodeRow, { db, user }: Pick<FileShareRequest, 'db' | 'user'>): Promise<boolean> {
  const below = { spaceId: folder.spaceId, above: Like(`${aboveIn(folder)}%`) };
  const where = [
    { ...below, addedBy: Not(user.id) },
    { ...below, addedBy: IsNull() },
  ];
  return (await db.repository(NodeRow).count({ where })) > 0;
}
