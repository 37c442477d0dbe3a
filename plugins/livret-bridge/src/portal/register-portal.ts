// SPDX-License-Identifier: EUPL-1.2
import type { LivretBrick } from '../brick-types.js';
import type { Catalogues } from '../catalogue/catalogues.js';
import { arrivalTasks } from './arrival-tasks.js';
import { countUnread } from './count-unread.js';
import { guardianTasks } from './guardian-tasks.js';
import { headPortalTasks } from './head-portal-tasks.js';
import { resendTasks } from './resend-tasks.js';
import { teacherPortalTasks } from './teacher-portal-tasks.js';

/** As many as the portal shows. */
const MOST = 5;

/** The tasks of a person, and the number of bilans that they have not opened. */
export function registerPortal({ portal }: Pick<LivretBrick, 'portal'>, catalogues: Catalogues): void {
  portal({
    badge: countUnread,
    async tasks(request) {
      const tasks = [
        ...(await guardianTasks(request)),
        ...(await headPortalTasks(request)),
        ...(await arrivalTasks(request)),
        ...(await resendTasks(request)),
        ...(await teacherPortalTasks(request, catalogues)),
      ];
      return tasks.slice(0, MOST);
    },
  });
}
