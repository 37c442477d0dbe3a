// SPDX-License-Identifier: EUPL-1.2
import { addDays, mondayOf, oncePerRequest, startOfDay } from '@volee/core-adapter';
import { In, IsNull, Not, type FindOptionsWhere } from 'typeorm';
import type { z } from 'zod';
import type { FileShareRequest } from '../../../brick-types.js';
import { ownMember } from '../../../domain/parts/own-member.js';
import { dueInYear } from '../../../domain/time/end-of-year.js';
import { teacherWorks } from '../../../store/teacher-works.query.js';
import { WorkPupilRow } from '../../../store/work-pupil.entity.js';
import { WorkRow } from '../../../store/work.entity.js';
import { worksToDo } from '../../../store/works-to-do.query.js';
import { HANDED_IN_COLUMNS, handedInNow } from './handed-in-now.js';

/** The works that a pupil can still hand in. */
export async function countToDo(
  request: Pick<FileShareRequest, 'user' | 'access' | 'db' | 'clock' | 'schoolYear' | 'directory'>,
): Promise<number> {
  const { user, access, db, clock, schoolYear: year } = request;
  if (!user.profiles.includes('pupil')) return 0;
  const groups = await access.groups('doWork');
  const [pupil] = await ownMember(request);
  const [counted] = await db.query(worksToDo, {
    ...{ pupilId: user.id, groupIds: groups.map(({ id }) => id), level: pupil?.level ?? null, year },
    // The second it is due is in time.
    ...{ now: clock.now(), second: new Date(Math.floor(clock.now().getTime() / 1_000) * 1_000), yes: true, no: false },
  });
  return counted?.works ?? 0;
}

type CountReader = Pick<FileShareRequest, 'access' | 'db' | 'clock' | 'school' | 'schoolYear'>;

/** The maximum number of works in the two weeks. */
const MOST_IN_WEEKS = 20;

/** The works of a teacher's classes: the numbers of parts, and the works that are due from Monday of this week to Friday of the next one. */
export const readTeacherWorks = oncePerRequest(
  async ({ access, db, clock, school, schoolYear }: CountReader): Promise<readonly TeacherWorkRow[]> => {
    const groups = await access.groups('handOut');
    if (groups.length === 0) return [];
    const monday = mondayOf(clock.today());
    return db.query(teacherWorks, {
      ...{ groupIds: groups.map(({ id }) => id), year: schoolYear, most: MOST_IN_WEEKS, yes: true, no: false },
      since: startOfDay(monday, school.timeZone),
      until: startOfDay(addDays(monday, 12), school.timeZone),
    });
  },
);

type TeacherWorkRow = z.infer<typeof teacherWorks.row>;

/**
 * The number of parts that are to correct. The index of the classes answers it; of the few that were taken back, those count that were handed in
 * by the clock.
 */
export const countToCorrect = oncePerRequest(async (request: CountReader): Promise<number> => {
  const rows = await readTeacherWorks(request);
  const countOf = (kind: TeacherWorkRow['kind']): number => rows.find((row) => row.kind === kind)?.parts ?? 0;
  const handedIn = countOf('handedIn');
  const takenBack = countOf('takenBack');
  if (takenBack === 0) return handedIn;
  const { parts } = await readToCorrect(request, { takenBackAt: Not(IsNull()) });
  return handedIn - takenBack + parts.length;
});

/** The number of handed-in parts with a correction that was prepared and not given back. */
export async function countPrepared(request: CountReader): Promise<number> {
  return (await readTeacherWorks(request)).find(({ kind }) => kind === 'prepared')?.parts ?? 0;
}

interface HandedIn {
  readonly parts: readonly Pick<WorkPupilRow, 'workId' | 'groupId' | 'ready'>[];
  /** The works of the parts, those that are due first on top. */
  readonly works: readonly WorkRow[];
}

/** The parts that are to correct in the classes of a teacher, with their works. */
export function readToCorrect(request: CountReader, only: FindOptionsWhere<WorkPupilRow> = {}): Promise<HandedIn> {
  return readHandedIn(request, { ...only, ready: IsNull() });
}

/** The same with the parts of a prepared correction. */
export async function readHandedIn(request: CountReader, only: FindOptionsWhere<WorkPupilRow> = {}): Promise<HandedIn> {
  const { access, db, school } = request;
  const groupId = In((await access.groups('handOut')).map(({ id }) => id));
  const where = { ...only, groupId, state: 'handedIn' as const };
  const parts = await db.repository(WorkPupilRow).find({ select: HANDED_IN_COLUMNS, where });
  if (parts.length === 0) return { parts, works: [] };
  const id = In([...new Set(parts.map(({ workId }) => workId))]);
  const stored = await db.repository(WorkRow).find({ where: { id }, order: { dueAt: 'ASC', id: 'ASC' } });
  const works = stored.map((work) => dueInYear(work, school));
  return { parts: handedInNow(parts, works, request), works };
}
