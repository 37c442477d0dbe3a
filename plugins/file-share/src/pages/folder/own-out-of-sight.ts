// SPDX-License-Identifier: EUPL-1.2
import type { SchoolDatabase } from '@volee/core-adapter';
import { In, IsNull } from 'typeorm';
import { readersSeenBy } from '../../domain/scope/readers.js';
import { NodeRow } from '../../store/node.entity.js';
import { inParts } from '../../domain/tree/all-below.js';
import { idsAbove } from '../../domain/tree/find-node.js';

/**
 * The folders and files of a pupil in a space that they cannot reach through folders that they see: a folder around them, at any height,
 * was closed or moved to where only teachers see it. A folder of the pupil stands for what is in it.
 */
export async function ownOutOfSight(
  { spaceId }: Pick<NodeRow, 'spaceId'>,
  ownerId: string,
  { db }: { readonly db: SchoolDatabase },
): Promise<NodeRow[]> {
  const nodes = db.repository(NodeRow);
  const where = { spaceId, ownerId, spaceKind: 'group' as const, trashedAt: IsNull() };
  const own = await nodes.find({ where, order: { sortName: 'ASC', id: 'ASC' } });
  const ownIds = new Set(own.map(({ id }) => id));
  const seen = readersSeenBy(['pupil']);
  const inSight = new Set<string>();
  for (const ids of inParts([...new Set(own.flatMap(idsAbove))])) {
    for (const folder of await nodes.find({ where: { id: In(ids) } })) {
      if (folder.ownerId === null && (folder.pupilsAdd || seen.includes(folder.readers))) inSight.add(folder.id);
    }
  }
  return own.filter((node) => {
    const path = idsAbove(node);
    // A folder of theirs is listed itself where no other leads to it.
    const nearest = path.findLastIndex((id) => ownIds.has(id));
    return !path.slice(nearest + 1).every((id) => inSight.has(id));
  });
}
