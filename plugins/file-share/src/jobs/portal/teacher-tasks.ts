// SPDX-License-Identifier: EUPL-1.2
import type { PortalTask } from '@volee/core-adapter';
import { In } from 'typeorm';
import { HANDED_IN_COLUMNS, handedInNow } from '../../pages/shared/works/handed-in-now.js';
import { workPath } from '../../paths.js';
import { WorkPupilRow } from '../../store/work-pupil.entity.js';
import { WorkRow } from '../../store/work.entity.js';
import { isUntil } from '../../domain/time/is-until.js';
import { dueInYear } from '../../domain/time/end-of-year.js';
import { MOST_TASKS, type TaskReader } from './task-reader.js';

/** The works that a teacher can give back: handed in, and due by now, since until then pupils may take them back. */
export async function teacherTasks(request: TaskReader): Promise<PortalTask[]> {
  const { access, db, clock, school, t } = request;
  const groups = new Map((await access.groups('handOut')).map((group) => [group.id, group.name]));
  if (groups.size === 0) return [];
  const where = { groupId: In([...groups.keys()]), state: 'handedIn' as const };
  const parts = await db.repository(WorkPupilRow).find({ select: HANDED_IN_COLUMNS, where });
  if (parts.length === 0) return [];
  const ids = [...new Set(parts.map(({ workId }) => workId))];
  const stored = await db.repository(WorkRow).find({ where: { id: In(ids) }, order: { dueAt: 'ASC', id: 'ASC' } });
  const works = stored.map((work) => dueInYear(work, school));
  const counts = new Map<string, number>();
  for (const { workId } of handedInNow(parts, works, request)) counts.set(workId, (counts.get(workId) ?? 0) + 1);
  const ready = works.filter(({ id, dueAt }) => counts.has(id) && (dueAt === null || !isUntil(clock.now(), dueAt)));
  return ready.slice(0, MOST_TASKS).map(({ id, title, groupId, dueAt }) => ({
    title: t('task.toCorrect', { title }),
    detail: t('task.handedIn', { count: counts.get(id) ?? 0, class: groups.get(groupId) ?? '' }),
    action: t('task.correct'),
    path: workPath(id),
    ...(dueAt && { due: dueAt }),
  }));
}
