// SPDX-License-Identifier: EUPL-1.2
import type { Member } from '@volee/core-adapter';
import { In } from 'typeorm';
import type { FileShareRequest } from '../../brick-types.js';
import { stateOf } from './part-status.js';
import { WorkPupilRow } from '../../store/work-pupil.entity.js';
import { WorkRow } from '../../store/work.entity.js';
import { dueInYear } from '../time/end-of-year.js';
import { PART_COLUMNS, WORK_COLUMNS, type ListedPart, type ListedWork } from './listed-columns.js';
import { isDone, phaseOf, workProgress, type WorkPhase, type WorkProgress } from './work-progress.js';

/** A work with the progress of its class. */
export interface FollowedWork {
  readonly work: ListedWork;
  readonly phase: WorkPhase;
  readonly progress: WorkProgress;
  readonly isDone: boolean;
}

type ReadRequest = Pick<FileShareRequest, 'db' | 'directory' | 'clock' | 'schoolYear'>;

/** The works of a class, those that wait for the teacher first. Three queries, however many there are. */
export async function readWorks(
  groupId: string,
  request: ReadRequest & Pick<FileShareRequest, 'school'>,
): Promise<FollowedWork[]> {
  const { db, directory, school } = request;
  const works = await db.repository(WorkRow).find({ select: WORK_COLUMNS, where: { groupId } });
  const members = await directory.members(groupId, 'pupil');
  const ids = works.map(({ id }) => id);
  const where = { workId: In(ids) };
  const rows = ids.length === 0 ? [] : await db.repository(WorkPupilRow).find({ select: PART_COLUMNS, where });
  return works.map((work) => follow(dueInYear(work, school), members, rows, request)).sort(byNeed);
}

/** One work, as `findWork` reads it, with the progress of its class. */
export async function readWork(work: ListedWork, request: ReadRequest): Promise<FollowedWork> {
  const { db, directory } = request;
  const members = await directory.members(work.groupId, 'pupil');
  const rows = await db.repository(WorkPupilRow).find({ select: PART_COLUMNS, where: { workId: work.id } });
  return follow(work, members, rows, request);
}

function follow(
  work: ListedWork,
  members: readonly Member[],
  rows: readonly ListedPart[],
  tools: ReadRequest,
): FollowedWork {
  const { schoolYear } = tools;
  const now = tools.clock.now();
  const own = rows.filter(({ workId }) => workId === work.id);
  // A part that was taken back is begun, or handed in by the clock.
  const parts = own.map((part) => ({ ...part, state: stateOf({ work, part, now, schoolYear }) }));
  const progress = workProgress(work, members, parts, tools);
  const phase = phaseOf(work, now, schoolYear);
  return { work, phase, progress, isDone: isDone(phase, progress) };
}

const ORDER: readonly WorkPhase[] = ['open', 'late', 'over', 'coming', 'draft'];

/** Open works by the day they are due, then those to correct, then what comes. Of those that are done, the last ones first. */
function byNeed(one: FollowedWork, other: FollowedWork): number {
  const byPhase = ORDER.indexOf(one.phase) - ORDER.indexOf(other.phase);
  return byPhase || (one.isDone ? timeOf(other) - timeOf(one) : timeOf(one) - timeOf(other)) || byId(one, other);
}

function timeOf({ work, phase }: FollowedWork): number {
  const instant = phase === 'draft' || phase === 'coming' ? work.visibleFrom : work.dueAt;
  return instant?.getTime() ?? Number.MAX_SAFE_INTEGER;
}

function byId(one: FollowedWork, other: FollowedWork): number {
  return one.work.id < other.work.id ? -1 : 1;
}
