// SPDX-License-Identifier: EUPL-1.2
import type { NewsLine, PortalTask } from '@volee/core-adapter';
import { In } from 'typeorm';
import type { LivretBrick } from '../../brick-types.js';
import type { Catalogues } from '../../domain/catalogue/catalogues.js';
import { formerThings } from '../former/former-things.js';
import { unpublishedNow } from '../../domain/late/unpublished-now.js';
import { countUnread, pupilNews } from './count-unread.js';
import { guardianNews, guardianTasks } from './guardian-tasks.js';
import { resendTasks } from './resend-tasks.js';
import type { TaskReader } from './task-reader.js';
import { teacherPortalTasks } from './teacher-portal-tasks.js';
import { ARRIVALS_PATH, BOARD_PATH, bilanPath, boardOf, LATE_PATH } from '../../paths.js';
import { leftBilans } from '../../domain/life/left-bilans.js';
import { unnamedBilans } from '../../domain/catalogue/unnamed-bilans.js';
import { publishedUntil } from '../../domain/periods/closing-year.js';
import { inscriptionClass, taughtAmong } from '../../domain/periods/inscription-class.js';
import { periodsOf } from '../../domain/periods/current-period.js';
import { periodName } from '../../domain/periods/period-name.js';
import { BilanRow } from '../../store/bilan.entity.js';

/** The maximum number of tasks, as many as the portal shows. */
const MOST = 5;

/** In July and August the bilans that nobody published take the place of those that wait for the visa. */
async function headTasks(request: TaskReader): Promise<PortalTask[]> {
  const late = await lateTasks(request);
  return late.length > 0 ? late : headPortalTasks(request);
}

/** The tasks of a person, and the number of bilans that they have not opened. */
export function registerPortal({ portal }: Pick<LivretBrick, 'portal'>, catalogues: Catalogues): void {
  portal({
    badge: async (request) => (await countUnread(request)) + ((await unpublishedNow(request))?.count ?? 0),
    async news(request, asked) {
      if (asked) return (await guardianNews(request)).filter((line) => asked.some((one) => isSame(one, line)));
      return [...firstOfEach(await guardianNews(request)), ...(await pupilNews(request))];
    },
    async tasks(request) {
      const tasks = [
        ...(await guardianTasks(request)),
        ...(await headTasks(request)),
        ...(await arrivalTasks(request)),
        ...(await resendTasks(request)),
        ...(await leftTasks(request)),
        ...(await unnamedTasks(request, catalogues)),
        ...(await teacherPortalTasks(request, catalogues)),
      ];
      return tasks.slice(0, MOST);
    },
    formerSchool: (request) => formerThings(request, catalogues),
  });
}

/** The newest bilan of each child. */
function firstOfEach(lines: readonly NewsLine[]): NewsLine[] {
  return lines.filter((line, index) => lines.findIndex(({ about }) => about === line.about) === index);
}

function isSame(one: Pick<NewsLine, 'kind' | 'key'>, { kind, key }: NewsLine): boolean {
  return one.kind === kind && one.key === key;
}

/** The tasks of the head of a collège: the offers of écoles. */
async function arrivalTasks({ handOver, user, school, t, format }: TaskReader): Promise<PortalTask[]> {
  if (!user.profiles.includes('head') || school.kind !== 'college') return [];
  const open = (await handOver.offered()).filter(({ state }) => state === 'offered');
  const first = [...open].sort((a, b) => a.answerBy.getTime() - b.answerBy.getTime())[0];
  if (!first) return [];
  const schools = new Set(open.map(({ from }) => from.name));
  return [
    {
      title: t('college.offered', { count: new Set(open.map(({ pupilId }) => pupilId)).size }),
      detail: t('college.taskDetail', { schools: format.list([...schools]), day: format.day(first.answerBy) }),
      action: t('college.answer'),
      path: ARRIVALS_PATH,
      due: first.answerBy,
    },
  ];
}

/** The task of the head of an école about withdrawn bilans of pupils who left. When there are several, the board names each. */
async function leftTasks(reader: TaskReader): Promise<PortalTask[]> {
  const { user, school, t } = reader;
  if (!user.profiles.includes('head') || school.kind !== 'primary') return [];
  const left = await leftBilans(reader);
  const [first] = left;
  if (!first) return [];
  return [
    {
      title: t('task.left', { count: new Set(left.map(({ pupilId }) => pupilId)).size }),
      detail: t('task.leftDetail', { count: left.length }),
      action: t('college.see'),
      path: left.length === 1 ? bilanPath(first.id) : BOARD_PATH,
    },
  ];
}

/** The task of the head of an école: bilans that are read without the names of their lines. Teachers can do nothing about these. */
async function unnamedTasks(reader: TaskReader, catalogues: Catalogues): Promise<PortalTask[]> {
  const { user, school, t } = reader;
  if (!user.profiles.includes('head') || school.kind !== 'primary') return [];
  const unnamed = await unnamedBilans(reader, catalogues);
  if (!unnamed) return [];
  return [
    {
      title: t('board.unnamed', { count: unnamed.count }),
      detail: t('task.unnamedDetail'),
      action: t('college.see'),
      path: boardOf(unnamed.period),
    },
  ];
}

/** The task about bilans that nobody published: in July the head publishes on the board, in August on a page of its own. */
async function lateTasks(reader: TaskReader): Promise<PortalTask[]> {
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

/** By period, the bilans that wait for the visa of the head, and those with it for which no day of publication is chosen. */
async function headPortalTasks(reader: TaskReader): Promise<PortalTask[]> {
  const { db, user, school, schoolYear: year, t, format } = reader;
  if (!user.profiles.includes('head') || school.kind !== 'primary') return [];
  const where = { year, state: In(['signed', 'visa']) };
  const rows = await db.repository(BilanRow).find({ select: ['pupilId', 'classId', 'period', 'state'], where });
  if (rows.length === 0) return [];
  const signed = rows.filter(({ state }) => state === 'signed');
  const nameOf = await classNames(signed, reader);
  const periods = await periodsOf(db, year);
  return periods.flatMap((row) => {
    const own = signed.filter(({ period }) => period === row.period);
    const endorsed = row.publishAt ? [] : rows.filter(({ period, state }) => period === row.period && state === 'visa');
    const groups = [...new Set(own.map(nameOf))].map((name) => name ?? t('departed.task'));
    const at = { path: boardOf(row.period), due: new Date(`${row.dueOn}T11:00:00Z`) };
    const period = periodName(row, t);
    return [
      ...(own.length === 0
        ? []
        : [
            {
              title: t('task.visa', { count: own.length }),
              detail: t('task.visaDetail', { period, groups: format.list(groups) }),
              ...{ action: t('task.visaAction'), ...at },
            },
          ]),
      ...(endorsed.length === 0
        ? []
        : [
            {
              title: t('task.publish', { count: endorsed.length }),
              detail: t('task.publishDetail', { period }),
              ...{ action: t('task.publishAction'), ...at },
            },
          ]),
    ];
  });
}

type Placed = Pick<BilanRow, 'pupilId' | 'classId'>;

/** @returns the name of the class of a bilan; undefined for a pupil who has left */
async function classNames(
  bilans: readonly Placed[],
  { directory }: Pick<TaskReader, 'directory'>,
): Promise<(bilan: Placed) => string | undefined> {
  if (bilans.length === 0) return () => undefined;
  const classes = await directory.classesOf(bilans.map(({ pupilId }) => pupilId));
  const taught = await taughtAmong(classes.values(), directory);
  return ({ pupilId, classId }) => {
    const now = classes.get(pupilId) ?? [];
    return (now.find(({ id }) => id === classId) ?? inscriptionClass(now, taught))?.name;
  };
}
