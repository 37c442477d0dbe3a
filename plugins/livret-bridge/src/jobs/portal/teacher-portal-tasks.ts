// SPDX-License-Identifier: EUPL-1.2
import type { PortalTask } from '@volee/core-adapter';
import type { Catalogues } from '../../domain/catalogue/catalogues.js';
import { readTaught } from '../../domain/home/read-taught.js';
import { teacherTasks } from '../../pages/home/teacher-tasks.js';
import type { TaskReader } from './task-reader.js';

/** The tasks of a teacher of an école: bilans to sign, and those that the head sent back. Empty cells are on the home of the brick alone. */
export async function teacherPortalTasks(reader: TaskReader, catalogues: Catalogues): Promise<PortalTask[]> {
  if (!reader.user.profiles.includes('teacher') || reader.school.kind !== 'primary') return [];
  const taught = await readTaught(reader, catalogues);
  return teacherTasks(taught, reader)
    .filter(({ kind }) => kind === 'returned' || kind === 'sign')
    .map(({ title, detail, action, path, dueOn }) => ({
      ...{ title, detail, action, path, due: new Date(`${dueOn}T11:00:00Z`) },
    }));
}
