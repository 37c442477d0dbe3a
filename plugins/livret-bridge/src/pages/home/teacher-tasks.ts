// SPDX-License-Identifier: EUPL-1.2
import type { TaskProgress } from '@volee/core-adapter';
import type { LivretRequest } from '../../brick-types.js';
import { bilanPath, gridPath, signPath } from '../../paths.js';
import { periodName } from '../../domain/periods/period-name.js';
import type { Taught, TaughtClass, TaughtPeriod } from '../../domain/home/read-taught.js';

/** Something that waits for a teacher: a line of the home, and of the portal. */
export interface TeacherTask {
  readonly kind: 'returned' | 'sign' | 'complete' | 'begin';
  /** The id of the class. */
  readonly groupId: string;
  readonly title: string;
  readonly detail: string;
  readonly action: string;
  readonly path: string;
  /** The day by which it is to be signed. */
  readonly dueOn: string;
  /** The complete bilans of the class, where some are not. */
  readonly progress?: TaskProgress;
}

type Words = Pick<LivretRequest, 't' | 'format'>;

/** The tasks in each class up to the current period: bilans that came back, then those to sign, then those that are not complete. */
export function teacherTasks({ classes, current }: Taught, words: Words): readonly TeacherTask[] {
  const due = classes.flatMap((one) =>
    one.periods
      .filter(({ period, isOpen }) => isOpen || (current !== undefined && period.period === current.period))
      .map((at) => ({ one, at })),
  );
  return (['returned', 'sign', 'complete', 'begin'] as const).flatMap((kind) =>
    due.flatMap(({ one, at }) => {
      const task = taskOf(kind, one, at, words);
      if (!task) return [];
      const { complete, total } = at.progress;
      const isOpen = kind === 'complete' || kind === 'begin';
      const of = { kind, groupId: one.group.id, dueOn: at.period.dueOn };
      return [{ ...task, ...of, ...(isOpen && { progress: { done: complete, of: total } }) }];
    }),
  );
}

function taskOf(
  kind: TeacherTask['kind'],
  { group, pupils }: TaughtClass,
  at: TaughtPeriod,
  { t, format }: Words,
): Omit<TeacherTask, 'kind' | 'groupId' | 'dueOn'> | undefined {
  const { period, isOpen, returned } = at;
  const name = periodName(period, t);
  const values = { group: group.name, period: name };
  switch (kind) {
    case 'returned': {
      const [first] = returned;
      if (!first) return undefined;
      const names = format.list(returned.map(({ pupil }) => pupil?.givenName ?? ''));
      return {
        title: t('teacher.returned', { ...values, count: returned.length, by: first.by }),
        detail: t('teacher.returnedDetail', { names, word: first.word }),
        action: t('teacher.correct'),
        path: returned.length === 1 ? bilanPath(first.bilanId) : gridPath(group.id, period.period),
      };
    }
    case 'sign':
      return signTask(group.id, at, values, t);
    case 'complete':
      return isOpen ? completeTask(group.id, at, values, t) : undefined;
    case 'begin':
      return isOpen || pupils.length === 0
        ? undefined
        : {
            title: t('teacher.begin', values),
            detail: t('teacher.beginDetail', { count: pupils.length }),
            action: t('teacher.start'),
            path: gridPath(group.id, period.period),
          };
  }
}

/** Bilans that are marked ready, and else those of a class in which none has anything left to write. */
function signTask(
  groupId: string,
  { period, progress, isOpen, returned }: TaughtPeriod,
  values: { readonly group: string; readonly period: string },
  t: Words['t'],
): Omit<TeacherTask, 'kind' | 'groupId' | 'dueOn'> | undefined {
  const { ready, draft } = progress.in;
  const action = { action: t('teacher.sign'), path: signPath(groupId, period.period) };
  if (ready > 0)
    return {
      title: t('teacher.ready', { ...values, count: ready }),
      detail: t('teacher.readyDetail', values),
      ...action,
    };
  const isWhole = isOpen && draft > 0 && progress.empty.pupils === 0 && returned.length === 0;
  if (!isWhole) return undefined;
  return {
    title: t('teacher.whole', { ...values, count: draft }),
    detail: t('teacher.wholeDetail', values),
    ...action,
  };
}

function completeTask(
  groupId: string,
  { period, progress: { empty } }: TaughtPeriod,
  values: { readonly group: string; readonly period: string },
  t: Words['t'],
): Omit<TeacherTask, 'kind' | 'groupId' | 'dueOn'> | undefined {
  if (empty.pupils === 0) return undefined;
  const detail = t('teacher.emptyPupils', { ...values, count: empty.pupils });
  const title =
    empty.cells > 0
      ? t('teacher.empty', { ...values, count: empty.cells })
      : t('teacher.texts', { ...values, count: empty.texts });
  return {
    title,
    detail: empty.cells > 0 && empty.texts > 0 ? `${detail} ${t('teacher.alsoTexts', { count: empty.texts })}` : detail,
    action: t('teacher.complete'),
    path: gridPath(groupId, period.period),
  };
}
