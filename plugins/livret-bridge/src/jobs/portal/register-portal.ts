// SPDX-License-Identifier: EUPL-1.2
import type { NewsLine, PortalTask } from '@volee/core-adapter';
import type { LivretBrick } from '../../brick-types.js';
import type { Catalogues } from '../../domain/catalogue/catalogues.js';
import { formerThings } from '../former/former-things.js';
import { unpublishedNow } from '../../domain/late/unpublished-now.js';
import { countWaiting, pupilNews } from './count-waiting.js';
import { correctionNews, guardianNews, guardianTasks } from './guardian-tasks.js';
import { handOverTasks } from './hand-over-tasks.js';
import { headTasks } from './head-tasks.js';
import type { TaskReader } from './task-reader.js';
import { teacherPortalTasks } from './teacher-portal-tasks.js';
import { ARRIVALS_PATH, BOARD_PATH, bilanPath, boardOf } from '../../paths.js';
import { leftBilans } from '../../domain/life/left-bilans.js';
import { unnamedBilans } from '../../domain/catalogue/unnamed-bilans.js';

/** The tasks of a person, and the number of bilans that wait for them. */
export function registerPortal({ portal }: Pick<LivretBrick, 'portal'>, catalogues: Catalogues): void {
  portal({
    badge: async (request) => (await countWaiting(request)) + ((await unpublishedNow(request))?.count ?? 0),
    news: async (request) => [
      ...firstOfEach(await guardianNews(request)),
      ...(await correctionNews(request)),
      ...(await pupilNews(request)),
    ],
    tasks: async (request) => [
      ...(await guardianTasks(request)),
      ...(await headTasks(request, catalogues)),
      ...(await arrivalTasks(request)),
      ...(await handOverTasks(request)),
      ...(await leftTasks(request)),
      ...(await unnamedTasks(request, catalogues)),
      ...(await teacherPortalTasks(request, catalogues)),
    ],
    formerSchool: (request) => formerThings(request, catalogues),
  });
}

/** The newest bilan of each child. */
function firstOfEach(lines: readonly NewsLine[]): NewsLine[] {
  return lines.filter((line, index) => lines.findIndex(({ about }) => about === line.about) === index);
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
