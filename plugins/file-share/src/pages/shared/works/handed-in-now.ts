// SPDX-License-Identifier: EUPL-1.2
import type { WorkPupilRow } from '../../../store/work-pupil.entity.js';
import type { WorkRow } from '../../../store/work.entity.js';
import { stateOf, type PartProgress, type WorkTimes } from '../../../domain/works/part-status.js';
import type { TimeTools } from '../../../domain/works/work-progress.js';

/** The columns that, with the ids of a part, tell whether it is handed in by now, and waits for the teacher. */
export const HANDED_IN_COLUMNS = [
  ...(['workId', 'groupId', 'pupilId'] as const),
  ...(['state', 'late', 'handedInAt', 'takenBackAt', 'givenBackAt', 'ready'] as const),
] as const;

type HandedInPart = PartProgress & Pick<WorkPupilRow, 'workId'>;
type HandedInWork = WorkTimes & Pick<WorkRow, 'id'>;

/** The parts among these that are handed in and not given back, with the parts that were taken back and count as handed in by now. */
export function handedInNow<P extends HandedInPart>(
  parts: readonly P[],
  works: readonly HandedInWork[],
  { clock, schoolYear }: TimeTools,
): P[] {
  const now = clock.now();
  const ofId = new Map(works.map((work) => [work.id, work]));
  return parts.filter((part) => {
    const work = ofId.get(part.workId);
    return work !== undefined && stateOf({ work, part, now, schoolYear }) === 'handedIn';
  });
}

/**
 * The parts among these that are to correct: handed in by now, and without a prepared correction. A work that is not due yet counts: its teacher
 * can correct it at once, and its page says so. The badge, the portal and the page of a class all count these.
 */
export function toCorrectNow<P extends HandedInPart & Pick<WorkPupilRow, 'ready'>>(
  parts: readonly P[],
  works: readonly HandedInWork[],
  tools: TimeTools,
): P[] {
  return handedInNow(parts, works, tools).filter(({ ready }) => ready === null);
}
