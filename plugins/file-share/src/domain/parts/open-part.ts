// SPDX-License-Identifier: EUPL-1.2
import { ConflictError, type SchoolDatabase } from '@volee/core-adapter';
import { WorkPupilRow } from '../../store/work-pupil.entity.js';
import type { WorkRow } from '../../store/work.entity.js';
import { UNTOUCHED } from '../works/save-work.js';

/** The row of a pupil's part, written when there is none yet. */
export async function openPart(
  { id: workId, groupId }: Pick<WorkRow, 'id' | 'groupId'>,
  pupilId: string,
  { db }: { readonly db: SchoolDatabase },
): Promise<WorkPupilRow> {
  const parts = db.repository(WorkPupilRow);
  const found = await parts.findOne({ where: { workId, pupilId } });
  if (found) return found;
  try {
    return await parts.insertOne({ workId, groupId, pupilId, ...UNTOUCHED });
  } catch (error) {
    // The pupil has begun at the same moment.
    const other = error instanceof ConflictError ? await parts.findOne({ where: { workId, pupilId } }) : undefined;
    if (!other) throw error;
    return other;
  }
}
