// SPDX-License-Identifier: EUPL-1.2
import type { PortalTask } from '@volee/core-adapter';
import { boardOf } from '../board/visa.routes.js';
import { LATE_PATH } from '../paths.js';
import type { TaskReader } from '../portal/task-reader.js';
import { closingYear, publishedUntil, type ClosingYear } from '../periods/closing-year.js';
import { unpublishedBilans } from './unpublished-query.js';

type Counting = Pick<TaskReader, 'db' | 'user' | 'school' | 'clock' | 'schoolYear'>;

interface Unpublished extends ClosingYear {
  readonly periods: readonly { readonly period: number; readonly bilans: number }[];
  readonly count: number;
}

/** The signed bilans that nobody has published, for the head of an école in July and August; undefined when there are none. */
export async function unpublishedNow(reader: Counting): Promise<Unpublished | undefined> {
  const { db, user, school } = reader;
  const closing = closingYear(reader);
  if (!closing || !user.profiles.includes('head') || school.kind !== 'primary') return undefined;
  const until = publishedUntil(closing.year, school.timeZone);
  const periods = await db.query(unpublishedBilans, { year: closing.year, until });
  const count = periods.reduce((sum, { bilans }) => sum + bilans, 0);
  return count === 0 ? undefined : { ...closing, periods, count };
}

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
