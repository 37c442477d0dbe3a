// SPDX-License-Identifier: EUPL-1.2
import { addDays, type PortalTask } from '@volee/core-adapter';
import type { Catalogues } from '../../domain/catalogue/catalogues.js';
import { unsignedClasses } from '../../domain/board/unsigned-classes.js';
import { unpublishedNow } from '../../domain/late/unpublished-now.js';
import { isLeaving } from '../../domain/life/leaves-at.js';
import { publishedUntil } from '../../domain/periods/closing-year.js';
import { dueUntil } from '../../domain/periods/due-until.js';
import { inscriptionClass, taughtAmong } from '../../domain/periods/inscription-class.js';
import { periodName } from '../../domain/periods/period-name.js';
import { DEFAULT_RHYTHM, proposedPeriods } from '../../domain/periods/proposed-periods.js';
import { boardOf, LATE_PATH, PERIODS_PATH } from '../../paths.js';
import { BilanRow } from '../../store/bilan.entity.js';
import { bilansByState, type BilansByState } from '../../store/states.query.js';
import type { TaskReader } from './task-reader.js';

/** The number of days before and after the end of a period in which classes without a signed bilan are named. */
const TOLD_DAYS = 7;

/** The number of classes that are named; the others are counted. */
const MOST_NAMED = 3;

/** A period of the year, with the numbers of its bilans. */
interface CountedPeriod extends Pick<BilansByState[number], 'period' | 'rhythm' | 'endsOn' | 'dueOn'> {
  readonly publishAt: Date | null;
  readonly isOut: boolean;
  readonly counts: BilansByState;
}

/** In July and August the bilans that nobody published take the place of those that wait for the visa. */
export async function headTasks(reader: TaskReader, catalogues: Catalogues): Promise<PortalTask[]> {
  const { user, school, db, schoolYear: year } = reader;
  if (!user.profiles.includes('head') || school.kind !== 'primary') return [];
  const late = await lateTasks(reader);
  if (late.length > 0) return late;
  const periods = countedPeriods(await db.query(bilansByState, { year }));
  if (periods.length === 0) return periodsTasks(reader);
  const groupsOf = await groupsToEndorse(periods, reader);
  const tasks = await Promise.all(
    periods.map(async (one) => [
      ...visaTasks(one, groupsOf(one.period), reader),
      ...(await unsignedTasks(one, catalogues, reader)),
      ...publishTasks(one, reader),
    ]),
  );
  return tasks.flat();
}

function countedPeriods(rows: BilansByState): readonly CountedPeriod[] {
  const first = rows.filter((row, index) => rows.findIndex(({ period }) => period === row.period) === index);
  return first.map(({ outAt, ...row }) => ({
    ...row,
    isOut: outAt !== null,
    counts: rows.filter(({ period }) => period === row.period),
  }));
}

function countOf({ counts }: CountedPeriod, wanted: 'signed' | 'visa'): number {
  return counts.filter(({ state }) => state === wanted).reduce((sum, { bilans }) => sum + bilans, 0);
}

/** The task about bilans that nobody published: in July the head publishes on the board, in August on a page of its own. */
async function lateTasks(reader: TaskReader): Promise<PortalTask[]> {
  const unpublished = await unpublishedNow(reader);
  if (!unpublished) return [];
  const { count, year, isOver, periods } = unpublished;
  const { t, school } = reader;
  const august = publishedUntil(year, school.timeZone).getTime();
  const due = isOver ? new Date(august - 1) : dueUntil(`${year + 1}-07-31`, school.timeZone);
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

/** The task to choose the periods of the year, until the last one that is proposed ends. Teachers may begin before: then it is done. */
function periodsTasks({ t, format, clock, schoolYear }: TaskReader): PortalTask[] {
  const proposed = proposedPeriods(schoolYear, DEFAULT_RHYTHM);
  const [first, last] = [proposed[0], proposed.at(-1)];
  if (!first || !last || clock.today() > last.endsOn) return [];
  const detail = t('task.periodsDetail', { day: format.day(first.endsOn) });
  return [{ title: t('task.periods'), detail, action: t('task.periodsAction'), path: PERIODS_PATH }];
}

function visaTasks(one: CountedPeriod, groups: readonly string[], reader: TaskReader): PortalTask[] {
  const { t, format } = reader;
  const count = countOf(one, 'signed');
  if (count === 0) return [];
  const detail = t('task.visaDetail', { period: periodName(one, t), groups: format.list(groups) });
  return [{ title: t('task.visa', { count }), detail, action: t('task.visaAction'), ...placeOf(one, reader) }];
}

/** The task that names the classes in which nobody has signed, near the end of their period. */
async function unsignedTasks(one: CountedPeriod, catalogues: Catalogues, reader: TaskReader): Promise<PortalTask[]> {
  const { t, format, clock } = reader;
  const today = clock.today();
  if (today < addDays(one.endsOn, -TOLD_DAYS) || today > addDays(one.endsOn, TOLD_DAYS)) return [];
  const names = await unsignedClasses(one.period, one.counts, catalogues, reader);
  if (names.length === 0) return [];
  const others = names.length - MOST_NAMED;
  const named = names.slice(0, MOST_NAMED);
  const classes =
    others > 0 ? t('task.classesAndOthers', { names: named.join(', '), count: others }) : format.list(named);
  const values = { period: periodName(one, t), classes, day: format.day(one.endsOn) };
  return [
    {
      title: t('task.unsigned', { count: names.length }),
      detail: t('task.unsignedDetail', values),
      action: t('college.see'),
      ...placeOf(one, reader),
    },
  ];
}

/** The task to choose a day for endorsed bilans, or the line that says which one is chosen. */
function publishTasks(one: CountedPeriod, reader: TaskReader): PortalTask[] {
  const { t, format, clock } = reader;
  const { publishAt, isOut } = one;
  const count = countOf(one, 'visa');
  const period = periodName(one, t);
  if (publishAt === null) {
    if (count === 0) return [];
    const detail = t('task.publishDetail', { period });
    return [{ title: t('task.publish', { count }), detail, action: t('task.publishAction'), ...placeOf(one, reader) }];
  }
  if (isOut || publishAt <= clock.now()) return [];
  return [
    {
      title: t('task.planned', { when: format.dayAndTime(publishAt) }),
      detail: t(count === 0 ? 'task.plannedNone' : 'task.plannedDetail', { period, count }),
      action: t(isLeaving(publishAt, clock.now()) ? 'task.plannedStop' : 'task.plannedChange'),
      path: `${boardOf(one.period)}#publish`,
      due: publishAt,
    },
  ];
}

function placeOf(
  { period, dueOn }: Pick<CountedPeriod, 'period' | 'dueOn'>,
  { school }: Pick<TaskReader, 'school'>,
): Pick<PortalTask, 'path' | 'due'> {
  return { path: boardOf(period), due: dueUntil(dueOn, school.timeZone) };
}

/** @returns by period, the names of the classes with bilans that wait for the visa; pupils who left are a group of their own */
async function groupsToEndorse(
  periods: readonly CountedPeriod[],
  { db, directory, schoolYear: year, t }: TaskReader,
): Promise<(period: number) => readonly string[]> {
  if (periods.every((one) => countOf(one, 'signed') === 0)) return () => [];
  const where = { year, state: 'signed' as const };
  const rows = await db.repository(BilanRow).find({ select: ['pupilId', 'classId', 'period'], where });
  const classes = await directory.classesOf(rows.map(({ pupilId }) => pupilId));
  const taught = await taughtAmong(classes.values(), directory);
  const nameOf = ({ pupilId, classId }: Pick<BilanRow, 'pupilId' | 'classId'>): string => {
    const now = classes.get(pupilId) ?? [];
    return (now.find(({ id }) => id === classId) ?? inscriptionClass(now, taught))?.name ?? t('departed.task');
  };
  return (period) => [...new Set(rows.filter((row) => row.period === period).map(nameOf))];
}
