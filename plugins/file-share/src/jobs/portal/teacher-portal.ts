// SPDX-License-Identifier: EUPL-1.2
import type { PortalTask, WeekThing } from '@volee/core-adapter';
import {
  countPrepared,
  countToCorrect,
  readHandedIn,
  readTeacherWorks,
} from '../../pages/shared/works/works-waiting.js';
import type { WorkPupilRow } from '../../store/work-pupil.entity.js';
import type { WorkRow } from '../../store/work.entity.js';
import { classWorksPath, workPath } from '../../paths.js';
import { MOST_TASKS, type PortalReader } from './portal-reader.js';

/** The works to correct, one task a class: together they say the number of the badge. After them, the corrections to give back. */
export async function teacherTasks(request: PortalReader): Promise<PortalTask[]> {
  if ((await countToCorrect(request)) + (await countPrepared(request)) === 0) return [];
  const { parts, works } = await readHandedIn(request);
  const countedIn = (groupId: string, isPrepared: boolean): Counted[] =>
    works
      .filter((work) => work.groupId === groupId)
      .map((work) => ({ work, count: parts.filter(isOf(work, isPrepared)).length }))
      .filter(({ count }) => count > 0);
  return (await request.access.groups('handOut'))
    .flatMap((group) => {
      const [toCorrect, prepared] = [countedIn(group.id, false), countedIn(group.id, true)];
      return [
        ...(toCorrect.length > 0 ? [correctTask(group, toCorrect, request)] : []),
        ...(prepared.length > 0 ? [classTask(group, prepared, 'task.prepared', 'task.giveBack', request)] : []),
      ];
    })
    .slice(0, MOST_TASKS);
}

interface Counted {
  readonly work: WorkRow;
  readonly count: number;
}

function isOf({ id }: WorkRow, isPrepared: boolean): (part: Pick<WorkPupilRow, 'workId' | 'ready'>) => boolean {
  return ({ workId, ready }) => workId === id && (ready !== null) === isPrepared;
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

type Group = Pick<Awaited<ReturnType<PortalReader['access']['groups']>>[number], 'id' | 'name'>;

function correctTask(group: Group, own: readonly Counted[], request: PortalReader): PortalTask {
  // A day to come is the one of the pupils: the week has it with the work.
  const due = own.find(({ work: { dueAt } }) => dueAt !== null && dueAt < request.clock.now())?.work.dueAt;
  return { ...classTask(group, own, 'task.toCorrect', 'task.correct', request), ...(due && { due }) };
}

/** « CM1-CM2 : 23 travaux à corriger », « 21 pour Fractions et 2 pour Exposé ». The link leads to the work that was due first. */
function classTask(
  { id, name }: Group,
  own: readonly Counted[],
  title: 'task.toCorrect' | 'task.prepared',
  action: 'task.correct' | 'task.giveBack',
  { t, format }: Pick<PortalReader, 't' | 'format'>,
): PortalTask {
  // Works without a date stand first.
  const oldest = own.find(({ work }) => work.dueAt !== null) ?? own[0];
  return {
    title: t(title, { class: name, count: own.reduce((sum, { count }) => sum + count, 0) }),
    detail: format.list(own.map(({ work, count }) => t('task.ofWork', { count, title: work.title }))),
    ...{ action: t(action), groupId: id },
    path: oldest ? workPath(oldest.work.id) : classWorksPath(id),
  };
}
