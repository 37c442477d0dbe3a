// SPDX-License-Identifier: EUPL-1.2
import type { FileShareBrick } from '../../brick-types.js';
import { formerThings } from '../former/former-things.js';
import { countToCorrect } from './count-to-correct.js';
import { countToDo } from './count-to-do.js';
import { endingTasks } from './ending-tasks.js';
import { familyTasks } from './family-tasks.js';
import { pupilTasks } from './pupil-tasks.js';
import { MOST_TASKS } from './task-reader.js';
import { teacherTasks } from './teacher-tasks.js';

/** The tasks of a person among the works: to do, to correct, to know as a guardian. */
export function registerPortal({ portal, settings }: Pick<FileShareBrick, 'portal' | 'settings'>): void {
  portal({
    badge: async (request) => (await countToDo(request)) + (await countToCorrect(request)),
    async tasks(request) {
      const works = [...(await pupilTasks(request)), ...(await teacherTasks(request)), ...(await familyTasks(request))];
      const ending = await endingTasks(request);
      return [...works.slice(0, MOST_TASKS - ending.length), ...ending];
    },
    formerSchool: (request) => formerThings(request, settings),
  });
}
