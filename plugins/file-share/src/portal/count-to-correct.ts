// SPDX-License-Identifier: EUPL-1.2
import { In } from 'typeorm';
import { WorkPupilRow } from '../store/work-pupil.entity.js';
import type { TaskReader } from './task-reader.js';

/** The number of parts that pupils have handed in, and a teacher of the class has not given back. The index of the classes answers it. */
export async function countToCorrect({ access, db }: Pick<TaskReader, 'access' | 'db'>): Promise<number> {
  const groups = await access.groups('handOut');
  if (groups.length === 0) return 0;
  const where = { groupId: In(groups.map(({ id }) => id)), state: 'handedIn' as const };
  return db.repository(WorkPupilRow).count({ where });
}
