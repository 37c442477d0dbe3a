// SPDX-License-Identifier: EUPL-1.2
import type { SchoolDatabase } from '@volee/core-adapter';
import { In } from 'typeorm';
import type { NodeRow } from '../../store/node.entity.js';
import { WorkPupilRow } from '../../store/work-pupil.entity.js';
import { WorkRow } from '../../store/work.entity.js';
import { inParts } from '../tree/all-below.js';

/** A folder of a work or of a pupil’s part: its parent is the row of one of them. */
export type WorkRoot = Pick<NodeRow, 'id' | 'parentId'>;

/** The folders among these that belong to no work or part any more. */
export async function withoutRow<R extends WorkRoot>(roots: readonly R[], db: SchoolDatabase): Promise<R[]> {
  const known = new Set<string>();
  for (const ids of inParts([...new Set(roots.map(({ parentId }) => parentId))])) {
    const works = await db.repository(WorkRow).find({ select: ['id', 'groupId'], where: { id: In(ids) } });
    const columns = ['id', 'groupId', 'pupilId'] as const;
    const parts = await db.repository(WorkPupilRow).find({ select: columns, where: { id: In(ids) } });
    for (const { id } of [...works, ...parts]) known.add(id);
  }
  return roots.filter(({ parentId }) => !known.has(parentId));
}
