// SPDX-License-Identifier: EUPL-1.2
import type { Clock, SchoolDatabase } from '@volee/core-adapter';
import { IsNull } from 'typeorm';
import type { NodeRow } from '../../store/node.entity.js';
import { WorkPupilRow } from '../../store/work-pupil.entity.js';
import type { WorkRow } from '../../store/work.entity.js';
import { openPart } from './open-part.js';
import { openPartFolder } from '../audience/work-folders.js';

/**
 * The folder of what goes back to a pupil. The part is marked as prepared first: a change of the work deletes the rows of parts to which
 * nothing has happened, and the files would be out of reach.
 */
export async function openReturned(
  work: Pick<WorkRow, 'id' | 'groupId'>,
  pupilId: string,
  tools: { readonly db: SchoolDatabase; readonly clock: Clock },
): Promise<NodeRow> {
  const part = await openPart(work, pupilId, tools);
  if (part.prepared === null) {
    const parts = tools.db.repository(WorkPupilRow);
    const marked = await parts.update({ id: part.id, prepared: IsNull() }, { prepared: part.answer });
    // Another request has deleted the row or prepared the part meanwhile.
    if (marked === 0) return openReturned(work, pupilId, tools);
  }
  return openPartFolder(part, 'back', tools);
}
