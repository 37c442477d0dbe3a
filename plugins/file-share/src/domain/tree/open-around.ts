// SPDX-License-Identifier: EUPL-1.2
import type { SchoolDatabase } from '@volee/core-adapter';
import { In } from 'typeorm';
import { NodeRow } from '../../store/node.entity.js';

/** The ids of the folders around these nodes that are open to pupils: what is in them is open only as long as they are. */
export async function openAround(
  nodes: readonly NodeRow[],
  { db }: { readonly db: SchoolDatabase },
): Promise<ReadonlySet<string>> {
  const ids = [...new Set(nodes.map(({ parentId }) => parentId))];
  const where = { id: In(ids), pupilsAdd: true };
  const found = await db.repository(NodeRow).find({ select: ['id', 'groupId', 'ownerId', 'pupilId'], where });
  return new Set(found.map(({ id }) => id));
}
