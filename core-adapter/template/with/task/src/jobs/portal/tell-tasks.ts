// SPDX-License-Identifier: EUPL-1.2
import { mondayOf, startOfDay } from '@volee/core-adapter';
import { In, MoreThanOrEqual } from 'typeorm';
import type { NoticesBrick } from '../../brick-types.js';
import { NoticeRow } from '../../store/notice.entity.js';

/** The portal shows five tasks of all bricks together. */
const MOST = 5;

/**
 * The tasks on the portal: each class of a teacher that has had no notice since Monday. No route judges a task, so
 * `access.groups` restricts it to what the user may do.
 */
export function tellTasks({ portal }: NoticesBrick): void {
  portal({
    async tasks({ access, clock, db, school, t }) {
      const groups = await access.groups('write');
      const monday = startOfDay(mondayOf(clock.today()), school.timeZone);
      const rows = await db.repository(NoticeRow).find({
        select: ['id', 'groupId'],
        where: { groupId: In(groups.map(({ id }) => id)), addedAt: MoreThanOrEqual(monday) },
      });
      const informed = new Set(rows.map(({ groupId }) => groupId));
      return groups
        .filter(({ id }) => !informed.has(id))
        .slice(0, MOST)
        .map(({ name }) => ({
          title: t('task.title', { group: name }),
          detail: t('task.detail'),
          action: t('task.action'),
          path: '/',
        }));
    },
  });
}
