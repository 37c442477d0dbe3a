// SPDX-License-Identifier: EUPL-1.2
import type { PortalTask } from '@volee/core-adapter';
import { againWords, continueWord, todoDetail } from '../../pages/part/todo-words.js';
import { byUrgency, isReminded, readParts, shelfOf, urgentSince } from '../../domain/parts/read-parts.js';
import { partPath } from '../../paths.js';
import { MOST_TASKS, type TaskReader } from './task-reader.js';

/** The portal shows what is due first: nothing else is due before this. */
const LONG_AGO = new Date(0);

/** The works of a pupil that are to be done, the reminded ones first. */
export async function pupilTasks(request: TaskReader): Promise<PortalTask[]> {
  const { user, schoolYear, access } = request;
  if (!user.profiles.includes('pupil')) return [];
  const parts = await access.filter('doWork', await readParts([user.id], request));
  const todo = parts.filter((part) => shelfOf(part, schoolYear) === 'todo').sort(byUrgency);
  return todo.slice(0, MOST_TASKS).map((part) => {
    const { work, row, status } = part;
    const due = isReminded(part) ? LONG_AGO : urgentSince(part);
    return {
      title: work.title,
      detail: status.state === 'again' ? againWords(row?.answer ?? '', request) : todoDetail(part, request),
      action: continueWord(part, request),
      path: partPath(work.id, user.id),
      ...(due && { due }),
    };
  });
}
