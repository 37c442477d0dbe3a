// SPDX-License-Identifier: EUPL-1.2
import { In, IsNull, Not } from 'typeorm';
import { oncePerRequest, startOfDay, type Member, type PortalTask, type PortalRequest } from '@volee/core-adapter';
import type { FileShareBrick, FileShareKey, FileSharePermission } from '../../brick-types.js';
import { formerThings } from '../former/former-things.js';
import { worksToDo } from '../../store/works-to-do.query.js';
import { HANDED_IN_COLUMNS, handedInNow } from '../../pages/shared/works/handed-in-now.js';
import { WorkPupilRow } from '../../store/work-pupil.entity.js';
import { WorkRow } from '../../store/work.entity.js';
import { folderPath, partPath, workPath } from '../../paths.js';
import { groupSpace } from '../../store/space-ref.js';
import { endingGroups } from '../../domain/year/ending-class.js';
import { againWords, continueWord, todoDetail } from '../../pages/part/todo-words.js';
import type { LoadedPart } from '../../domain/parts/load-part.js';
import { ownMember } from '../../domain/parts/own-member.js';
import { byUrgency, isReminded, readParts, shelfOf, urgentSince, byReturn } from '../../domain/parts/read-parts.js';
import { isUntil } from '../../domain/time/is-until.js';
import { dueInYear } from '../../domain/time/end-of-year.js';
import { partLead } from '../../domain/parts/part-words.js';

/** The number of tasks that the portal shows. */
const MOST_TASKS = 5;

const DAY = 86_400_000;

/** The time for which a guardian is told that something came back. */
const TOLD_FOR = 3 * DAY;

/** The time before the due date from which a guardian is told that a work is not handed in yet. */
const SOON = 2 * DAY;

/** A date before all others: the portal shows the earliest first. */
const LONG_AGO = new Date(0);

/** The tasks of a person among the works: to do, to correct, to know as a guardian. */
export function registerPortal({ portal, settings }: Pick<FileShareBrick, 'portal' | 'settings'>): void {
  portal({
    badge: async (request) => (await countToDo(request)) + (await countToCorrect(request)),
    async tasks(request) {
      const works = [...(await pupilTasks(request)), ...(await teacherTasks(request)), ...(await familyTasks(request))];
      const ending = await endingTasks(request);
      return [...works.slice(0, MOST_TASKS - ending.length), ...ending];
    },
    formerSchool: (request) => formerThings(request, settings),
  });
}

/** The works that a pupil can still hand in. */
async function countToDo(
  request: Pick<TaskReader, 'user' | 'access' | 'db' | 'clock' | 'schoolYear' | 'directory'>,
): Promise<number> {
  const { user, access, db, clock, schoolYear: year } = request;
  if (!user.profiles.includes('pupil')) return 0;
  const groups = await access.groups('doWork');
  const [pupil] = await ownMember(request);
  const [counted] = await db.query(worksToDo, {
    ...{ pupilId: user.id, groupIds: groups.map(({ id }) => id), level: pupil?.level ?? null, year },
    // The second it is due is in time.
    ...{ now: clock.now(), second: new Date(Math.floor(clock.now().getTime() / 1_000) * 1_000), yes: true, no: false },
  });
  return counted?.works ?? 0;
}

type CountReader = Pick<TaskReader, 'access' | 'db' | 'clock' | 'schoolYear'>;

/**
 * The number of parts that pupils have handed in, and a teacher of the class has not given back. The index of the classes answers it; of the
 * few that were taken back, those count that were handed in by the clock.
 */
const countToCorrect = oncePerRequest(async ({ access, db, clock, schoolYear }: CountReader): Promise<number> => {
  const groups = await access.groups('handOut');
  if (groups.length === 0) return 0;
  const parts = db.repository(WorkPupilRow);
  const where = { groupId: In(groups.map(({ id }) => id)), state: 'handedIn' as const };
  const handedIn = await parts.count({ where });
  if (handedIn === 0) return 0;
  const takenBack = await parts.find({ select: HANDED_IN_COLUMNS, where: { ...where, takenBackAt: Not(IsNull()) } });
  if (takenBack.length === 0) return handedIn;
  const works = await db.repository(WorkRow).find({ where: { id: In(takenBack.map(({ workId }) => workId)) } });
  return handedIn - takenBack.length + handedInNow(takenBack, works, { clock, schoolYear }).length;
});

/** The task in July that says that the files of a pupil's or a child's classes are out of reach on 1 August. One line for all of them. */
async function endingTasks(request: TaskReader): Promise<PortalTask[]> {
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

/** The works of a pupil that are to be done, the reminded ones first. */
async function pupilTasks(request: TaskReader): Promise<PortalTask[]> {
  const { user, schoolYear, access } = request;
  if (!user.profiles.includes('pupil')) return [];
  const parts = await access.filter('doWork', await readParts(await ownMember(request), request));
  const todo = parts.filter((part) => shelfOf(part, schoolYear) === 'todo').sort(byUrgency);
  return todo.slice(0, MOST_TASKS).map((part) => {
    const { work, row, status } = part;
    const due = isReminded(part) ? LONG_AGO : urgentSince(part);
    return {
      title: work.title,
      detail: status.state === 'again' ? againWords(row?.answer ?? '', request) : todoDetail(part, request),
      action: continueWord(part, request),
      path: partPath(work.id, user.id),
      ...(due && { due }),
    };
  });
}

/** The works that a teacher can give back: handed in, and due by now, since until then pupils may take them back. */
async function teacherTasks(request: TaskReader): Promise<PortalTask[]> {
  if ((await countToCorrect(request)) === 0) return [];
  const { access, db, clock, school, t } = request;
  const groups = new Map((await access.groups('handOut')).map((group) => [group.id, group.name]));
  const where = { groupId: In([...groups.keys()]), state: 'handedIn' as const };
  const parts = await db.repository(WorkPupilRow).find({ select: HANDED_IN_COLUMNS, where });
  const ids = [...new Set(parts.map(({ workId }) => workId))];
  const stored = await db.repository(WorkRow).find({ where: { id: In(ids) }, order: { dueAt: 'ASC', id: 'ASC' } });
  const works = stored.map((work) => dueInYear(work, school));
  const counts = new Map<string, number>();
  for (const { workId } of handedInNow(parts, works, request)) counts.set(workId, (counts.get(workId) ?? 0) + 1);
  const ready = works.filter(({ id, dueAt }) => counts.has(id) && (dueAt === null || !isUntil(clock.now(), dueAt)));
  return ready.slice(0, MOST_TASKS).map(({ id, title, groupId, dueAt }) => ({
    title: t('task.toCorrect', { title }),
    detail: t('task.handedIn', { count: counts.get(id) ?? 0, class: groups.get(groupId) ?? '' }),
    action: t('task.correct'),
    path: workPath(id),
    ...(dueAt && { due: dueAt }),
  }));
}

/** The news for a guardian: what came back lately, and what is due soon and not handed in. */
async function familyTasks(request: TaskReader): Promise<PortalTask[]> {
  const { user, directory, access, clock, schoolYear } = request;
  if (!user.profiles.includes('guardian')) return [];
  const children = new Map((await directory.children()).map((child) => [child.id, child]));
  const parts = await access.filter('readPart', await readParts([...children.values()], request));
  const now = clock.now().getTime();
  const isSoon = ({ work: { dueAt } }: LoadedPart): boolean => dueAt !== null && dueAt.getTime() - now <= SOON;
  const isNews = ({ row }: LoadedPart): boolean => now - (row?.givenBackAt?.getTime() ?? 0) <= TOLD_FOR;
  const due = parts.filter((part) => shelfOf(part, schoolYear) === 'todo' && isSoon(part)).sort(byUrgency);
  const back = parts.filter((part) => shelfOf(part, schoolYear) === 'back' && isNews(part)).sort(byReturn);
  return [...due, ...back].slice(0, MOST_TASKS).map((part) => taskOf(part, children.get(part.pupilId), request));
}

function taskOf(part: LoadedPart, child: Member | undefined, request: TaskReader): PortalTask {
  const { work, pupilId, status } = part;
  const { t } = request;
  const isBack = status.state === 'corrected';
  return {
    title: t('task.ofChild', { name: child?.givenName ?? '', title: work.title }),
    detail: partLead(part, request),
    action: t(isBack ? 'mine.seeBack' : 'mine.see'),
    path: partPath(work.id, pupilId),
    ...(!isBack && work.dueAt && { due: work.dueAt }),
  };
}

/** The user who opens a page, as the portal tells the brick. */
type TaskReader = PortalRequest<FileSharePermission, FileShareKey>;
