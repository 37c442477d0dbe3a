// SPDX-License-Identifier: EUPL-1.2
import type { Clock } from '@volee/core-adapter';
import type { WorkPupilRow } from '../../../store/work-pupil.entity.js';
import type { WorkRow } from '../../../store/work.entity.js';
import { stateOf, type PartProgress, type WorkTimes } from '../../../domain/works/part-status.js';

/** The columns that, with the ids of a part, tell whether it is handed in by now. */
export const HANDED_IN_COLUMNS = [
  ...(['workId', 'groupId', 'pupilId'] as const),
  ...(['state', 'late', 'handedInAt', 'takenBackAt', 'givenBackAt'] as const),
] as const;

type HandedInPart = PartProgress & Pick<WorkPupilRow, 'workId'>;
type HandedInWork = WorkTimes & Pick<WorkRow, 'id'>;

/** The parts among these that wait for the teacher, with the parts that were taken back and count as handed in by now. */
export function handedInNow<P extends HandedInPart>(
  parts: readonly P[],
  works: readonly HandedInWork[],
  { clock, schoolYear }: { readonly clock: Clock; readonly schoolYear: number },
): P[] {
  const now = clock.now();
  const ofId = new Map(works.map((work) => [work.id, work]));
  return parts.filter((part) => {
    const work = ofId.get(part.workId);
    return work !== undefined && stateOf({ work, part, now, schoolYear }) === 'handedIn';
  });
}
