// SPDX-License-Identifier: EUPL-1.2
import { addDays, mondayOf, oncePerRequest, startOfDay } from '@volee/core-adapter';
import { In, IsNull, Not } from 'typeorm';
import type { z } from 'zod';
import type { FileShareRequest } from '../../../brick-types.js';
import { ownMember } from '../../../domain/parts/own-member.js';
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
 * The number of parts that pupils have handed in, and a teacher of the class has not given back. The index of the classes answers it; of the
 * few that were taken back, those count that were handed in by the clock.
 */
export const countToCorrect = oncePerRequest(async (request: CountReader): Promise<number> => {
  const rows = await readTeacherWorks(request);
  const countOf = (kind: TeacherWorkRow['kind']): number => rows.find((row) => row.kind === kind)?.parts ?? 0;
  const handedIn = countOf('handedIn');
  if (countOf('takenBack') === 0) return handedIn;
  const { access, db } = request;
  const groupId = In((await access.groups('handOut')).map(({ id }) => id));
  const takenBack = await db.repository(WorkPupilRow).find({
    ...{ select: HANDED_IN_COLUMNS, where: { groupId, state: 'handedIn' as const, takenBackAt: Not(IsNull()) } },
  });
  const works = await db.repository(WorkRow).find({ where: { id: In(takenBack.map(({ workId }) => workId)) } });
  return handedIn - takenBack.length + handedInNow(takenBack, works, request).length;
});

/** The ids of the teacher's groups in which pupils have handed in. */
export async function groupsToCorrect({ access, db }: Pick<CountReader, 'access' | 'db'>): Promise<Set<string>> {
  const groupId = In((await access.groups('handOut')).map(({ id }) => id));
  const parts = await db
    .repository(WorkPupilRow)
    .find({ select: ['groupId', 'pupilId'], where: { groupId, state: 'handedIn' as const } });
  return new Set(parts.map((part) => part.groupId));
}
