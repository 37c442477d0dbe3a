// SPDX-License-Identifier: EUPL-1.2
import type { SchoolDatabase } from '@volee/core-adapter';
import { In, IsNull } from 'typeorm';
import { readersSeenBy } from '../scope/readers.js';
import { NodeRow } from '../store/node.entity.js';
import { inParts } from '../tree/all-below.js';

/** The folders and files of a pupil in a space that lie in a folder which the pupil sees no more: it was closed, or they were moved into it. */
export async function ownOutOfSight(
  { spaceId }: Pick<NodeRow, 'spaceId'>,
  ownerId: string,
  { db }: { readonly db: SchoolDatabase },
): Promise<NodeRow[]> {
  const nodes = db.repository(NodeRow);
  const where = { spaceId, ownerId, spaceKind: 'group' as const, trashedAt: IsNull() };
  const own = await nodes.find({ where, order: { sortName: 'ASC', id: 'ASC' } });
  const seen = readersSeenBy(['pupil']);
  const inSight = new Set<string>();
  for (const ids of inParts([...new Set(own.map(({ parentId }) => parentId))])) {
    for (const folder of await nodes.find({ where: { id: In(ids) } })) {
      const isForPupils = folder.ownerId === null && (folder.pupilsAdd || seen.includes(folder.readers));
      if (isForPupils || folder.ownerId === ownerId) inSight.add(folder.id);
    }
  }
  return own.filter(({ parentId }) => !inSight.has(parentId));
}
