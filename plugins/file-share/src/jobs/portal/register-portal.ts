// SPDX-License-Identifier: EUPL-1.2
import { startOfDay, type NewsLine, type PortalAct, type PortalPlace, type PortalTask } from '@volee/core-adapter';
import type { FileShareBrick } from '../../brick-types.js';
import { endingGroups } from '../../domain/year/ending-class.js';
import { CHOOSE_CLASS_PATH, FILES_PATH, folderPath, newWorkPath, WORKS_PATH } from '../../paths.js';
import { groupSpace } from '../../store/space-ref.js';
import { formerThings } from '../former/former-things.js';
import { familyNews, familyTasks, familyThings } from './family-portal.js';
import { MOST_TASKS, type PortalReader } from './portal-reader.js';
import { countToCorrect, countToDo } from '../../pages/shared/works/works-waiting.js';
import { pupilNews, pupilTasks } from './pupil-portal.js';
import { teacherTasks, teacherWeek } from './teacher-portal.js';

/** The works of a person on the portal: to do, to correct, to know as a guardian. */
export function registerPortal({ portal, settings }: Pick<FileShareBrick, 'portal' | 'settings'>): void {
  portal({
    badge: async (request) => (await countToDo(request)) + (await countToCorrect(request)),
    async tasks(request) {
      const own = [...(await pupilTasks(request)), ...(await teacherTasks(request))];
      const ending = await endingTasks(request);
      return [...own.slice(0, MOST_TASKS - ending.length), ...(await familyTasks(request)), ...ending];
    },
    news: async (request) => firstOfEach([...(await pupilNews(request)), ...(await familyNews(request))]),
    places,
    begin: handingOut,
    week: teacherWeek,
    ofChildren: {
      title: 'tabs.works',
      waiting: 'family.todo',
      soon: 'family.soon',
      icon: 'check2-square',
      things: familyThings,
    },
    formerSchool: (request) => formerThings(request, settings),
  });
}

/** The works have a place of their own for everybody but staff: these have none. */
function places({ user, t }: PortalReader): PortalPlace[] {
  if (user.profiles.every((profile) => profile === 'staff')) return [];
  return [
    { title: t('tabs.works'), path: WORKS_PATH, icon: 'check2-square', hasBadge: true },
    { title: t('title'), path: FILES_PATH },
  ];
}

/** The form for a teacher of one class. With several, the choice of the class. */
async function handingOut({ access, t }: PortalReader): Promise<PortalAct | undefined> {
  const [first, ...others] = (await access.groups('handOut')).filter(({ kind }) => kind === 'class');
  if (!first) return undefined;
  const path = others.length > 0 ? CHOOSE_CLASS_PATH : newWorkPath(first.id);
  return { title: t('folder.handOut'), path, icon: 'people-fill' };
}

/** The first line of each kind about each child. */
function firstOfEach(lines: readonly NewsLine[]): NewsLine[] {
  const isAlike = (one: NewsLine, other: NewsLine): boolean => one.kind === other.kind && one.about === other.about;
  return lines.filter((line, index) => lines.findIndex((one) => isAlike(one, line)) === index);
}

/** The task in July that says that the files of a pupil's or a child's classes are out of reach on 1 August. One line for all of them. */
async function endingTasks(request: PortalReader): Promise<PortalTask[]> {
  const { user, schoolYear, school, t, format } = request;
  if (!user.profiles.some((profile) => profile === 'pupil' || profile === 'guardian')) return [];
  const groups = await endingGroups(request);
  const [first] = groups;
  if (!first) return [];
  return [
    {
      title: t('classEnds.task', { classes: format.list(groups.map(({ name }) => name)) }),
      detail: t('classEnds.taskDetail'),
      action: t('classEnds.see'),
      path: folderPath({ space: groupSpace(first.id) }),
      due: startOfDay(`${schoolYear + 1}-08-01`, school.timeZone),
    },
  ];
}
