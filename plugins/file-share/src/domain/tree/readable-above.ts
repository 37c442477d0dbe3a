// SPDX-License-Identifier: EUPL-1.2
import { In } from 'typeorm';
import type { FileShareRequest } from '../../brick-types.js';
import { readScope } from '../scope/node-scopes.js';
import { NodeRow } from '../../store/node.entity.js';
import { idsAbove } from './find-node.js';

/** The folders above these nodes that the user may read, each after those above it. */
export async function readableAbove(
  nodes: readonly Pick<NodeRow, 'above'>[],
  { db, access }: Pick<FileShareRequest, 'db' | 'access'>,
): Promise<NodeRow[]> {
  const ids = [...new Set(nodes.flatMap((node) => idsAbove(node)))];
  if (ids.length === 0) return [];
  const folders = await db.repository(NodeRow).find({ where: { id: In(ids) } });
  folders.sort((one, other) => one.above.length - other.above.length);
  const readable = await access.filter(
    'read',
    folders.map((node) => ({ ...readScope(node), node })),
  );
  return readable.map(({ node }) => node);
}
