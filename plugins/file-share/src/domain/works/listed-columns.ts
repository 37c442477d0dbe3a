// SPDX-License-Identifier: EUPL-1.2
import type { WorkPupilRow } from '../../store/work-pupil.entity.js';
import type { WorkRow } from '../../store/work.entity.js';

/** The columns of a work that lists read: all but its instructions. */
export const WORK_COLUMNS = [
  ...(['id', 'groupId', 'year', 'title', 'audience', 'level', 'isDraft', 'visibleFrom'] as const),
  ...(['collects', 'dueAt', 'lateUntil', 'closedAt', 'changedAt'] as const),
] as const;

/** The columns of a part that lists read: all but the words of pupil and teacher. */
export const PART_COLUMNS = [
  ...(['id', 'workId', 'groupId', 'pupilId', 'state', 'startedAt', 'handedInAt', 'takenBackAt'] as const),
  ...(['late', 'ready', 'givenBackAt', 'remindedAt', 'shown', 'shownToRead', 'revision'] as const),
] as const;

export type ListedWork = Pick<WorkRow, (typeof WORK_COLUMNS)[number]>;
export type ListedPart = Pick<WorkPupilRow, (typeof PART_COLUMNS)[number]>;
