// SPDX-License-Identifier: EUPL-1.2
import { stepOf } from '../../domain/board/class-progress.js';
import type { LivretRequest } from '../../brick-types.js';
import { currentPeriod } from '../../domain/periods/current-period.js';
import { capital } from '../../domain/periods/capital.js';
import { BEGIN_PATH, gridPath, PERIODS_PATH, PHRASES_PATH } from '../../paths.js';
import { periodName } from '../../domain/periods/period-name.js';
import { DEFAULT_RHYTHM, proposedPeriods } from '../../domain/periods/proposed-periods.js';
import type { Taught, TaughtClass, TaughtPeriod } from '../../domain/home/read-taught.js';
import type { ClassCard, PeriodLine, TeacherHomeModel } from './teacher-home.view.js';
import { stepWords } from '../shared/step-words.js';
import { teacherTasks, type TeacherTask } from './teacher-tasks.js';

export interface TeacherHomeInput {
  readonly taught: Taught;
  /** The other teachers of each class, by its id. */
  readonly colleagues: ReadonlyMap<string, readonly string[]>;
  readonly phrases: number;
}

type HomeReader = Pick<LivretRequest, 't' | 'format' | 'url' | 'clock' | 'user' | 'schoolYear'>;

const ICONS: Readonly<Record<TeacherTask['kind'], string>> = {
  ...{ returned: 'arrow-return-left', sign: 'pen-fill', complete: 'pencil-fill', begin: 'pencil-fill' },
};

export function presentTeacherHome(
  { taught, colleagues, phrases }: TeacherHomeInput,
  reader: HomeReader,
): TeacherHomeModel {
  const { t, url } = reader;
  return {
    tasks: teacherTasks(taught, reader).map(({ kind, title, detail, action, path }) => ({
      ...{ icon: ICONS[kind], title, detail, action, url: url(path) },
    })),
    classes: taught.classes.map((one) => classCard(one, taught, colleagues.get(one.group.id) ?? [], reader)),
    phrases: {
      url: url(PHRASES_PATH),
      detail: phrases === 0 ? t('teacher.noPhrase') : t('teacher.phrases', { count: phrases }),
    },
  };
}

/** « Mardi 24 novembre. Le 1er trimestre est à signer avant le vendredi 4 décembre. » */
export function teacherLead({ classes, current }: Taught, { t, format, clock }: HomeReader): string {
  if (classes.length === 0) return t('teacher.noClass');
  const day = format.weekdayAndDay(clock.today());
  const now = t('teacher.today', { day: capital(day) });
  if (!current) return now;
  const isDue = classes.some((one) =>
    one.periods.some(
      ({ period, progress }) => period.period === current.period && progress.in.draft + progress.in.ready > 0,
    ),
  );
  const period = periodName(current, t);
  const key = current.rhythm === 'P5' ? 'teacher.duePart' : 'teacher.due';
  return isDue ? `${now} ${t(key, { period, day: format.weekdayAndDay(current.dueOn) })}` : now;
}

function classCard(
  one: TaughtClass,
  { current }: Taught,
  colleagues: readonly string[],
  reader: HomeReader,
): ClassCard {
  const { t, format } = reader;
  const { group, periods } = one;
  const now = periods.find(({ period }) => period.period === current?.period);
  const values = { count: now?.progress.complete ?? 0, total: now?.progress.total ?? 0 };
  return {
    ...{ id: group.id, name: group.name },
    together: colleagues.length === 0 ? undefined : t('teacher.together', { names: format.list(colleagues) }),
    wall: now?.isOpen
      ? {
          laid: values.count,
          total: values.total,
          words: t(values.count === 0 ? 'teacher.wallNone' : 'teacher.wall', values),
        }
      : undefined,
    periods: periods.map((at) => periodLine(group.id, at, current?.period ?? 1, reader)),
    begin: periods.length > 0 ? undefined : beginOf(reader),
  };
}

/** Says before the click what it sets: the proposed days become those of the whole school. */
function beginOf({ t, format, url, clock, user, schoolYear }: HomeReader): ClassCard['begin'] {
  const current = currentPeriod(proposedPeriods(schoolYear, DEFAULT_RHYTHM), clock.today());
  if (!current) return undefined;
  const isHead = user.profiles.includes('head');
  return {
    url: url(BEGIN_PATH),
    lead: t(isHead ? 'teacher.beginAsHead' : 'teacher.beginLead'),
    sets: t(isHead ? 'teacher.setsAsHead' : 'teacher.sets', { day: format.weekdayAndDay(current.dueOn) }),
    label: t('teacher.beginButton', { period: periodName({ period: current.period, rhythm: DEFAULT_RHYTHM }, t) }),
    choose: isHead ? { url: url(PERIODS_PATH), label: t('teacher.choosePeriods') } : undefined,
  };
}

function periodLine(groupId: string, at: TaughtPeriod, current: number, { t, format, url }: HomeReader): PeriodLine {
  const { period, isOpen, progress } = at;
  const step = isOpen ? stepOf(progress) : { at: 0 as const, count: 0 };
  const name = periodName(period, t);
  const label = progress.in.draft + progress.in.ready > 0 ? 'teacher.grid' : 'teacher.readGrid';
  const isLater = !isOpen && period.period > current;
  const grid = url(gridPath(groupId, period.period));
  const day = (written: string): string => format.day(new Date(`${written}T11:00:00Z`));
  return {
    name: capital(name),
    // Above the wall of the current period stands how many are complete: its line says what comes after that.
    words: isOpen && period.period === current && step.at === 1 ? undefined : stepWords(step, progress, t),
    detail: isLater
      ? t('teacher.opens', { day: day(period.startsOn) })
      : t('teacher.days', { from: day(period.startsOn), until: day(period.endsOn) }),
    link: isLater ? undefined : { url: grid, label: t(isOpen ? label : 'teacher.start') },
  };
}
