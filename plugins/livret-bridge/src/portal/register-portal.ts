// SPDX-License-Identifier: EUPL-1.2
import type { LivretBrick } from '../brick-types.js';
import { countUnread } from './count-unread.js';
import { guardianTasks } from './guardian-tasks.js';

/** As many as the portal shows. */
const MOST = 5;

/** What waits for a person, and the number of bilans that they have not opened. */
export function registerPortal({ portal }: Pick<LivretBrick, 'portal'>): void {
  portal({
    badge: countUnread,
    tasks: async (request) => (await guardianTasks(request)).slice(0, MOST),
  });
}
