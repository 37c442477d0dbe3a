// SPDX-License-Identifier: EUPL-1.2
import type { SchoolDatabase } from '@volee/core-adapter';
import { In, IsNull } from 'typeorm';
import { NodeRow } from '../store/node.entity.js';
import { inParts } from '../tree/all-below.js';

/** The folders and files that a pupil put into drop boxes of a space that are closed by now: the pupil reads these, and no longer the box. */
export async function inClosedBoxes(
  { spaceId }: Pick<NodeRow, 'spaceId'>,
  ownerId: string,
  { db }: { readonly db: SchoolDatabase },
): Promise<NodeRow[]> {
  const nodes = db.repository(NodeRow);
  const where = { spaceId, ownerId, spaceKind: 'group' as const, trashedAt: IsNull() };
  const own = await nodes.find({ where, order: { sortName: 'ASC', id: 'ASC' } });
  const closed = new Set<string>();
  for (const ids of inParts([...new Set(own.map(({ parentId }) => parentId))])) {
    const boxes = { id: In(ids), readers: 'teachers' as const, pupilsAdd: false, ownerId: IsNull() };
    for (const { id } of await nodes.find({ where: boxes })) closed.add(id);
  }
  return own.filter(({ parentId }) => closed.has(parentId));
}
