// SPDX-License-Identifier: EUPL-1.2
import { yearBegan } from '../../domain/periods/year-began.js';
import type { TaskReader } from './task-reader.js';
import { unreadBilans } from '../../store/unread-query.js';

/** The published bilans of this school year that a pupil or a guardian has not opened: the number beside the brick. */
export async function countUnread({ db, directory, user, schoolYear, school }: TaskReader): Promise<number> {
  const children = user.profiles.includes('guardian') ? await directory.children() : [];
  const pupilIds = [...children.map(({ id }) => id), ...(user.profiles.includes('pupil') ? [user.id] : [])];
  if (pupilIds.length === 0) return 0;
  const [counted] = await db.query(unreadBilans, {
    pupilIds,
    personId: user.id,
    year: schoolYear,
    since: yearBegan(schoolYear, school.timeZone),
  });
  return counted?.unread ?? 0;
}
