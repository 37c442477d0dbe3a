// SPDX-License-Identifier: EUPL-1.2
import type { PortalTask, WeekThing } from '@volee/core-adapter';
import { In } from 'typeorm';
import { countToCorrect, readTeacherWorks } from '../../pages/shared/works/works-waiting.js';
import { HANDED_IN_COLUMNS, handedInNow } from '../../pages/shared/works/handed-in-now.js';
import { WorkPupilRow } from '../../store/work-pupil.entity.js';
import { WorkRow } from '../../store/work.entity.js';
import { classWorksPath, workPath } from '../../paths.js';
import { isUntil } from '../../domain/time/is-until.js';
import { dueInYear } from '../../domain/time/end-of-year.js';
import { MOST_TASKS, type PortalReader } from './portal-reader.js';

/**
 * The works that a teacher can give back, one task a class: handed in, and due by now, since until then pupils may take them back.
 */
export async function teacherTasks(request: PortalReader): Promise<PortalTask[]> {
  if ((await countToCorrect(request)) === 0) return [];
  const { access, db, clock, school } = request;
  const groups = await access.groups('handOut');
  const where = { groupId: In(groups.map(({ id }) => id)), state: 'handedIn' as const };
  const parts = await db.repository(WorkPupilRow).find({ select: HANDED_IN_COLUMNS, where });
  const ids = [...new Set(parts.map(({ workId }) => workId))];
  const stored = await db.repository(WorkRow).find({ where: { id: In(ids) }, order: { dueAt: 'ASC', id: 'ASC' } });
  const works = stored.map((work) => dueInYear(work, school));
  const handedIn = handedInNow(parts, works, request);
  const ready = works
    .filter(({ dueAt }) => dueAt === null || !isUntil(clock.now(), dueAt))
    .map((work) => ({ work, count: handedIn.filter(({ workId }) => workId === work.id).length }))
    .filter(({ count }) => count > 0);
  return groups
    .flatMap((group) => {
      const own = ready.filter(({ work }) => work.groupId === group.id);
      return own.length > 0 ? [classTask(group, own, request)] : [];
    })
    .slice(0, MOST_TASKS);
}

/** The works that classes of a teacher are to hand in, from Monday of this week to Friday of the next one: « 16 h, CM1-CM2, 5 rendus » */
export async function teacherWeek(request: PortalReader): Promise<WeekThing[]> {
  const { access, format, t } = request;
  const groups = await access.groups('handOut');
  return (await readTeacherWorks(request)).flatMap(({ id, groupId, title, dueAt, parts }) => {
    if (id === null || title === null || dueAt === null) return [];
    const words = [
      format.hour(dueAt),
      groups.find((group) => group.id === groupId)?.name,
      parts > 0 && t('week.handedIn', { count: parts }),
    ];
    return [{ title, detail: words.filter(Boolean).join(', '), path: workPath(id), at: dueAt }];
  });
}

/** « CM1-CM2 : 23 travaux à corriger », « 21 pour Fractions et 2 pour Exposé » */
function classTask(
  { id, name }: { readonly id: string; readonly name: string },
  own: readonly { readonly work: WorkRow; readonly count: number }[],
  { t, format }: Pick<PortalReader, 't' | 'format'>,
): PortalTask {
  const [first, ...others] = own;
  const due = own.find(({ work }) => work.dueAt !== null)?.work.dueAt;
  return {
    title: t('task.toCorrect', { class: name, count: own.reduce((sum, { count }) => sum + count, 0) }),
    detail: format.list(own.map(({ work, count }) => t('task.ofWork', { count, title: work.title }))),
    ...{ action: t('task.correct'), groupId: id },
    path: first && others.length === 0 ? workPath(first.work.id) : classWorksPath(id),
    ...(due && { due }),
  };
}
