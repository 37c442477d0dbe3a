// SPDX-License-Identifier: EUPL-1.2
import type { TaskReader } from './task-reader.js';
import { worksToDo } from '../../store/works-to-do-query.js';

/** The works that a pupil can still hand in. */
export async function countToDo(
  request: Pick<TaskReader, 'user' | 'access' | 'db' | 'clock' | 'schoolYear' | 'directory'>,
): Promise<number> {
  const { user, access, db, clock, schoolYear: year, directory } = request;
  if (!user.profiles.includes('pupil')) return 0;
  const groups = await access.groups('doWork');
  const pupil = (await directory.persons([user.id])).get(user.id);
  const [counted] = await db.query(worksToDo, {
    ...{ pupilId: user.id, groupIds: groups.map(({ id }) => id), level: pupil?.level ?? null, year },
    // The second it is due is in time.
    ...{ now: clock.now(), second: new Date(Math.floor(clock.now().getTime() / 1_000) * 1_000), yes: true, no: false },
  });
  return counted?.works ?? 0;
}
