// SPDX-License-Identifier: EUPL-1.2
import type { PortalTask } from '@volee/core-adapter';
import type { LivretBrick } from '../../brick-types.js';
import type { Catalogues } from '../../domain/catalogue/catalogues.js';
import { formerThings } from '../former/former-things.js';
import { lateTasks } from './late-tasks.js';
import { unpublishedNow } from '../../domain/late/unpublished-now.js';
import { arrivalTasks } from './arrival-tasks.js';
import { countUnread } from './count-unread.js';
import { guardianTasks } from './guardian-tasks.js';
import { headPortalTasks } from './head-portal-tasks.js';
import { leftTasks } from './left-tasks.js';
import { resendTasks } from './resend-tasks.js';
import type { TaskReader } from './task-reader.js';
import { teacherPortalTasks } from './teacher-portal-tasks.js';
import { unnamedTasks } from './unnamed-tasks.js';

/** As many as the portal shows. */
const MOST = 5;

/** In July and August the bilans that nobody published take the place of those that wait for the visa. */
async function headTasks(request: TaskReader): Promise<PortalTask[]> {
  const late = await lateTasks(request);
  return late.length > 0 ? late : headPortalTasks(request);
}

/** The tasks of a person, and the number of bilans that they have not opened. */
export function registerPortal({ portal }: Pick<LivretBrick, 'portal'>, catalogues: Catalogues): void {
  portal({
    badge: async (request) => (await countUnread(request)) + ((await unpublishedNow(request))?.count ?? 0),
    async tasks(request) {
      const tasks = [
        ...(await guardianTasks(request)),
        ...(await headTasks(request)),
        ...(await arrivalTasks(request)),
        ...(await resendTasks(request)),
        ...(await leftTasks(request)),
        ...(await unnamedTasks(request, catalogues)),
        ...(await teacherPortalTasks(request, catalogues)),
      ];
      return tasks.slice(0, MOST);
    },
    formerSchool: (request) => formerThings(request, catalogues),
  });
}
