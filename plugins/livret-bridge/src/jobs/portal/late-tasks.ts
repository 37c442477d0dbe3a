// SPDX-License-Identifier: EUPL-1.2
import type { PortalTask } from '@volee/core-adapter';
import { boardOf, LATE_PATH } from '../../paths.js';
import type { TaskReader } from './task-reader.js';
import { publishedUntil } from '../../domain/periods/closing-year.js';
import { unpublishedNow } from '../../domain/late/unpublished-now.js';

/** In July the head publishes on the board, as before; in August on a page of its own. */
export async function lateTasks(reader: TaskReader): Promise<PortalTask[]> {
  const unpublished = await unpublishedNow(reader);
  if (!unpublished) return [];
  const { count, year, isOver, periods } = unpublished;
  const { t, school } = reader;
  const august = publishedUntil(year, school.timeZone).getTime();
  const due = new Date(isOver ? august - 1 : Date.UTC(year + 1, 6, 31, 11));
  return [
    {
      title: t('late.task', { count }),
      detail: t(isOver ? 'late.taskAugust' : 'late.taskJuly', { count }),
      action: t('late.publish'),
      path: isOver ? LATE_PATH : boardOf(periods[0]?.period ?? 1),
      due,
    },
  ];
}
