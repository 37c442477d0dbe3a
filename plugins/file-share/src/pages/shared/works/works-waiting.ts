// SPDX-License-Identifier: EUPL-1.2
import { oncePerRequest } from '@volee/core-adapter';
import { In, IsNull, Not } from 'typeorm';
import type { FileShareRequest } from '../../../brick-types.js';
import { ownMember } from '../../../domain/parts/own-member.js';
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

type CountReader = Pick<FileShareRequest, 'access' | 'db' | 'clock' | 'schoolYear'>;

/**
 * The number of parts that pupils have handed in, and a teacher of the class has not given back. The index of the classes answers it; of the
 * few that were taken back, those count that were handed in by the clock.
 */
export const countToCorrect = oncePerRequest(
  async ({ access, db, clock, schoolYear }: CountReader): Promise<number> => {
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
  },
);

/** The ids of the teacher's groups in which pupils have handed in. */
export async function groupsToCorrect({ access, db }: Pick<CountReader, 'access' | 'db'>): Promise<Set<string>> {
  const groupId = In((await access.groups('handOut')).map(({ id }) => id));
  const parts = await db
    .repository(WorkPupilRow)
    .find({ select: ['groupId'], where: { groupId, state: 'handedIn' as const } });
  return new Set(parts.map((part) => part.groupId));
}
