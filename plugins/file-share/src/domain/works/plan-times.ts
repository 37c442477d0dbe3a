// SPDX-License-Identifier: EUPL-1.2
import { addDays, dayOf, instantOf, isDay, isTime, startOfDay } from '@volee/core-adapter';
import { isShown } from './part-status.js';
import { END_OF_DAY, endOfYear } from '../time/end-of-year.js';
import type { PlanTools, WorkPlan, WorkProblems } from './work-plan.js';
import type { WorkFields } from './work.input.js';

/** Late work is taken until the end of the third day. */
export const LATE_DAYS = 3;

type Times = Pick<WorkPlan, 'visibleFrom' | 'collects' | 'dueAt' | 'lateUntil'>;
type TimeFields = Pick<WorkFields, 'visible' | 'visibleOn' | 'collects' | 'dueOn' | 'dueAt' | 'late'>;

/** Days and times of the form as instants, in the time zone of the school. */
export function planTimes(fields: TimeFields, tools: PlanTools, problems: WorkProblems): Times {
  const { isHandedOut, now, t, before } = tools;
  const visibleFrom = readVisibleFrom(fields, tools, problems);
  const dueAt = fields.collects === undefined ? null : readDue(fields, tools, problems);
  const isOld = before !== undefined && !before.isDraft && before.dueAt?.getTime() === dueAt?.getTime();
  if (dueAt !== null && isHandedOut) {
    // A time that was chosen before may be over by now.
    const from = visibleFrom > now || isOld ? visibleFrom : now;
    if (dueAt <= from) problems.set('dueOn', t('works.problem.dueTooSoon'));
  }
  const yearEnd = endOfWork(tools);
  if (visibleFrom > yearEnd) problems.set('visibleOn', t('works.problem.afterYear'));
  if (dueAt !== null && dueAt > yearEnd) problems.set('dueOn', t('works.problem.afterYear'));
  const lateUntil = dueAt === null || fields.late === undefined ? null : lateAfter(dueAt, tools);
  return { visibleFrom, collects: fields.collects !== undefined, dueAt, lateUntil };
}

/** The last instant at which a work that is due then is taken late: works end with their school year. */
function lateAfter(dueAt: Date, tools: PlanTools): Date {
  const { timeZone } = tools.school;
  const late = instantOf(addDays(dayOf(dueAt, timeZone), LATE_DAYS), END_OF_DAY, timeZone);
  const yearEnd = endOfWork(tools);
  return late < yearEnd ? late : yearEnd;
}

function endOfWork({ before, schoolYear, school }: PlanTools): Date {
  return endOfYear(before?.year ?? schoolYear, school);
}

/** The first instant of the day. What pupils see already keeps the instant at which it appeared. */
function readVisibleFrom(
  { visible, visibleOn }: Pick<TimeFields, 'visible' | 'visibleOn'>,
  { now, t, before, isHandedOut, school: { timeZone } }: PlanTools,
  problems: WorkProblems,
): Date {
  const stored = before?.visibleFrom;
  // It lies ahead of now when the clock was ahead of the right time.
  const shownFrom = before && isShown(before, now) ? earlier(before.visibleFrom, now) : undefined;
  // A day that was typed before « Tout de suite » was chosen does not count.
  if (visible === 'now' || (visible === undefined && visibleOn === '')) return shownFrom ?? now;
  if (!isDay(visibleOn)) {
    problems.set('visibleOn', t('works.problem.noDay'));
    return now;
  }
  if (stored && !before.isDraft && dayOf(stored, timeZone) === visibleOn) return shownFrom ?? stored;
  const from = startOfDay(visibleOn, timeZone);
  if (shownFrom) {
    // Pupils may have begun: the work would be hidden from them, with what they handed in.
    if (from > now) problems.set('visibleOn', t('works.problem.shown'));
    return shownFrom;
  }
  return isHandedOut && from < now ? now : from;
}

function earlier(one: Date, other: Date): Date {
  return one < other ? one : other;
}

function readDue(
  { dueOn, dueAt }: Pick<TimeFields, 'dueOn' | 'dueAt'>,
  { t, school: { timeZone } }: PlanTools,
  problems: WorkProblems,
): Date | null {
  if (dueOn === '') return null;
  if (!isDay(dueOn)) problems.set('dueOn', t('works.problem.noDay'));
  const hasTime = dueAt === '' || isTime(dueAt);
  if (!hasTime) problems.set('dueAt', t('works.problem.noTime'));
  if (!isDay(dueOn) || !hasTime) return null;
  return instantOf(dueOn, END_OF_DAY.startsWith(dueAt) ? END_OF_DAY : dueAt, timeZone);
}
