// SPDX-License-Identifier: EUPL-1.2
import { In, IsNull, Not } from 'typeorm';
import { HANDED_IN_COLUMNS, handedInNow } from '../../pages/shared/works/handed-in-now.js';
import { WorkPupilRow } from '../../store/work-pupil.entity.js';
import { WorkRow } from '../../store/work.entity.js';
import type { TaskReader } from './task-reader.js';

type CountReader = Pick<TaskReader, 'access' | 'db' | 'clock' | 'schoolYear'>;

/**
 * The number of parts that pupils have handed in, and a teacher of the class has not given back. The index of the classes answers it; of the
 * few that were taken back, those count that were handed in by the clock.
 */
export async function countToCorrect({ access, db, clock, schoolYear }: CountReader): Promise<number> {
  const groups = await access.groups('handOut');
  if (groups.length === 0) return 0;
  const parts = db.repository(WorkPupilRow);
  const where = { groupId: In(groups.map(({ id }) => id)), state: 'handedIn' as const };
  const handedIn = await parts.count({ where });
  if (handedIn === 0) return 0;
  const takenBack = await parts.find({ select: HANDED_IN_COLUMNS, where: { ...where, takenBackAt: Not(IsNull()) } });
  if (takenBack.length === 0) return handedIn;
  const works = await db.repository(WorkRow).find({ where: { id: In(takenBack.map(({ workId }) => workId)) } });
  return handedIn - takenBack.length + handedInNow(takenBack, works, { clock, schoolYear }).length;
}
