// SPDX-License-Identifier: EUPL-1.2
import type { Member, Profile, School, SchoolDirectory, SchoolWork } from '@volee/core-adapter';
import { In, type FindOptionsWhere } from 'typeorm';
import { WorkPupilRow } from '../../store/work-pupil.entity.js';
import { WorkRow } from '../../store/work.entity.js';
import { isForMember, workOfLeaver } from '../works/work-audience.js';
import { dueInYear } from '../time/end-of-year.js';
import { partStatus } from '../works/part-status.js';
import type { LoadedPart } from './load-part.js';

interface ReadTools extends Pick<SchoolWork, 'db' | 'clock' | 'schoolYear'> {
  readonly directory: Pick<SchoolDirectory, 'groupsOf'>;
  readonly school: Pick<School, 'timeZone'>;
}

/** The parts of these pupils: what their classes of this year were given, and what they have begun, also in a class that they have left. */
export async function readParts(
  pupils: readonly Pick<Member, 'id' | 'level'>[],
  tools: ReadTools,
): Promise<LoadedPart[]> {
  if (pupils.length === 0) return [];
  const { db, directory, clock, school, schoolYear } = tools;
  const pupilIds = pupils.map(({ id }) => id);
  const groups = await directory.groupsOf(pupilIds);
  const rows = await db.repository(WorkPupilRow).find({ where: { pupilId: In(pupilIds) } });
  const groupIds = [...new Set([...groups.values()].flatMap((own) => own.map(({ id }) => id)))];
  const now = clock.now();
  const wanted: FindOptionsWhere<WorkRow>[] = [
    { isDraft: false, groupId: In(groupIds), year: schoolYear },
    { isDraft: false, id: In(rows.map(({ workId }) => workId)) },
  ];
  const works = await db.repository(WorkRow).find({ where: wanted, order: { visibleFrom: 'DESC', id: 'ASC' } });
  return works.flatMap((work) => pupils.flatMap((pupil) => partOf(dueInYear(work, school), pupil)));

  function partOf(stored: WorkRow, pupil: Pick<Member, 'id' | 'level'>): LoadedPart[] {
    const { id: pupilId } = pupil;
    const row = rows.find((one) => one.workId === stored.id && one.pupilId === pupilId);
    const isMember =
      stored.year === schoolYear && groups.get(pupilId)?.some(({ id }) => id === stored.groupId) === true;
    const isLeaver = !isMember || !isForMember(stored, pupil, row);
    const work = isLeaver ? workOfLeaver(stored, row, schoolYear) : stored;
    if (!work) return [];
    const status = partStatus({ work, part: row, now, schoolYear });
    if (!status.isVisible) return [];
    return [{ groupId: work.groupId, pupilId, visibleTo: FAMILY, work, row, status, isLeaver }];
  }
}

const FAMILY: readonly Profile[] = ['pupil', 'guardian'];

/** The part of a pupil's list in which a work stands. */
export type Shelf = 'todo' | 'toRead' | 'handedIn' | 'back' | 'missed' | 'earlier';

export function shelfOf({ work, status }: LoadedPart, schoolYear: number): Shelf {
  const { state, isMissed, isDoneOnce } = status;
  if (work.year < schoolYear) return 'earlier';
  if (state === 'corrected' || isDoneOnce) return 'back';
  if (state === 'handedIn' || state === 'handedInLate') return 'handedIn';
  if (isMissed) return 'missed';
  return work.collects ? 'todo' : 'toRead';
}

/** The parts that the portal tells of: what is to be done, which it also counts, and the last correction of each pupil. */
export function partsOnPortal(parts: readonly LoadedPart[], schoolYear: number): LoadedPart[] {
  const back = partsBack(parts, schoolYear);
  const last = back.filter(({ pupilId }, place) => back.findIndex((one) => one.pupilId === pupilId) === place);
  return [...parts.filter((part) => shelfOf(part, schoolYear) === 'todo'), ...last];
}

/** The parts that were given back, the last one first. */
export function partsBack(parts: readonly LoadedPart[], schoolYear: number): LoadedPart[] {
  return parts.filter((part) => shelfOf(part, schoolYear) === 'back' && part.row?.givenBackAt).sort(byReturn);
}

/** Sorts works: reminded ones first, then the nearest date, then works without a date. */
export function byUrgency(one: LoadedPart, other: LoadedPart): number {
  const reminded = Number(isReminded(other)) - Number(isReminded(one));
  if (reminded !== 0) return reminded;
  return dueTime(one) - dueTime(other) || one.work.visibleFrom.getTime() - other.work.visibleFrom.getTime();
}

/** Whether a teacher reminded the pupil, and the pupil has not handed in since. */
export function isReminded({ row, status }: LoadedPart): boolean {
  return row?.remindedAt != null && status.isOpen && (status.state === 'given' || status.state === 'started');
}

/** Sorts works: the one that came back last is first. */
export function byReturn(one: LoadedPart, other: LoadedPart): number {
  return (other.row?.givenBackAt?.getTime() ?? 0) - (one.row?.givenBackAt?.getTime() ?? 0);
}

/** The instant by which a list sorts a work. A work to be done again was due before, and waits since it came back. */
export function urgentSince({ work: { dueAt }, row, status }: LoadedPart): Date | null {
  return status.state === 'again' ? (row?.givenBackAt ?? null) : dueAt;
}

function dueTime(part: LoadedPart): number {
  return urgentSince(part)?.getTime() ?? Number.MAX_SAFE_INTEGER;
}
