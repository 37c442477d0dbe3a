// SPDX-License-Identifier: EUPL-1.2
import { ConflictError, type Clock } from '@volee/core-adapter';
import { openSpace } from '../space/open-space.js';
import { groupSpace } from '../../store/space-ref.js';
import { WorkPupilRow } from '../../store/work-pupil.entity.js';
import { changeSpaces } from '../tree/change-spaces.js';
import { findWork, type FindWorkTools } from '../works/find-work.js';
import type { LoadedPart } from './load-part.js';
import { partStatus, type PartStatus, type WorkTimes } from '../works/part-status.js';
import { workOfLeaver } from '../works/work-audience.js';

export interface PartTools extends FindWorkTools {
  readonly clock: Clock;
  readonly schoolYear: number;
}

/** A part as it is now, read in the transaction that changes it. */
export interface CurrentPart {
  readonly times: WorkTimes;
  readonly row: WorkPupilRow | undefined;
  readonly status: PartStatus;
}

/**
 * Changes a part in one transaction, in turn with all else that changes files of its class: what the address loaded may be outdated by then,
 * such as in a second tab. The work is done again after a ConflictError.
 * @param others more spaces that it changes
 */
export async function changePart<R>(
  { work, pupilId, isLeaver }: Pick<LoadedPart, 'work' | 'pupilId' | 'isLeaver'>,
  change: (part: CurrentPart) => Promise<R>,
  tools: PartTools,
  others: readonly string[] = [],
): Promise<R> {
  const { db, clock, schoolYear } = tools;
  const { spaceId } = await openSpace(groupSpace(work.groupId), tools);
  return changeSpaces(
    [spaceId, ...others],
    async () => {
      const stored = await findWork(work.id, tools);
      const row = await db.repository(WorkPupilRow).findOne({ where: { workId: work.id, pupilId } });
      const current = stored && isLeaver ? workOfLeaver(stored, row, schoolYear) : stored;
      // A work that was withdrawn meanwhile is closed.
      const times = current ?? { ...work, closedAt: clock.now() };
      return change({ times, row, status: partStatus({ work: times, part: row, now: clock.now(), schoolYear }) });
    },
    tools,
  );
}

/** Writes a part. @throws ConflictError when another request was first: `changePart` then reads it again */
export async function writePart(
  { id, revision }: Pick<WorkPupilRow, 'id' | 'revision'>,
  changes: Partial<Omit<WorkPupilRow, 'id' | 'school' | 'revision'>>,
  { db }: Pick<PartTools, 'db'>,
): Promise<void> {
  const written = await db.repository(WorkPupilRow).update({ id, revision }, { ...changes, revision: revision + 1 });
  if (written === 0) throw new ConflictError('The part of the pupil was changed meanwhile.');
}
