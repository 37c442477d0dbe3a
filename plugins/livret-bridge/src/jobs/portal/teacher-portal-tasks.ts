// SPDX-License-Identifier: EUPL-1.2
import { addDays, type PortalTask } from '@volee/core-adapter';
import type { Catalogues } from '../../domain/catalogue/catalogues.js';
import { readTaught } from '../../domain/home/read-taught.js';
import { dueUntil } from '../../domain/periods/due-until.js';
import { teacherTasks, type TeacherTask } from '../../pages/home/teacher-tasks.js';
import type { TaskReader } from './task-reader.js';

/** The number of days before bilans are to be signed from which empty cells are a task. */
const TOLD_DAYS_BEFORE = 7;

/**
 * The tasks of a teacher of an école: bilans to sign, those that the head sent back, and in the week before they are to be signed what is
 * empty. Before, empty cells are shown on the home of the brick only.
 */
export async function teacherPortalTasks(reader: TaskReader, catalogues: Catalogues): Promise<PortalTask[]> {
  const { user, school, clock, format, t } = reader;
  if (!user.profiles.includes('teacher') || school.kind !== 'primary') return [];
  const today = clock.today();
  const isTold = ({ kind, dueOn }: TeacherTask): boolean =>
    kind === 'returned' || kind === 'sign' || addDays(dueOn, -TOLD_DAYS_BEFORE) <= today;
  return teacherTasks(await readTaught(reader, catalogues), reader)
    .filter(isTold)
    .map(({ title, detail, action, path, groupId, dueOn, progress }) => ({
      ...{ title, action, path, groupId, due: dueUntil(dueOn, school.timeZone) },
      detail: progress ? `${detail} ${t('teacher.signBefore', { day: format.weekdayAndDay(dueOn) })}` : detail,
      ...(progress && { progress }),
    }));
}
