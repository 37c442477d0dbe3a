// SPDX-License-Identifier: EUPL-1.2
import type { Member, PortalTask } from '@volee/core-adapter';
import { partLead } from '../../domain/parts/part-words.js';
import { byReturn, byUrgency, readParts, shelfOf, type PartOf } from '../../domain/parts/read-parts.js';
import { partPath } from '../../paths.js';
import { MOST_TASKS, type TaskReader } from './task-reader.js';

const DAY = 86_400_000;

/** A guardian is told for so long that something came back. */
const TOLD_FOR = 3 * DAY;

/** And so long before it is due that something is not handed in yet. */
const SOON = 2 * DAY;

/** The news for a guardian: what came back lately, and what is due soon and not handed in. */
export async function familyTasks(request: TaskReader): Promise<PortalTask[]> {
  const { user, directory, access, clock, schoolYear } = request;
  if (!user.profiles.includes('guardian')) return [];
  const children = new Map((await directory.children()).map((child) => [child.id, child]));
  const parts = await access.filter('readPart', await readParts([...children.keys()], request));
  const now = clock.now().getTime();
  const isSoon = ({ work: { dueAt } }: PartOf): boolean => dueAt !== null && dueAt.getTime() - now <= SOON;
  const isNews = ({ row }: PartOf): boolean => now - (row?.givenBackAt?.getTime() ?? 0) <= TOLD_FOR;
  const due = parts.filter((part) => shelfOf(part, schoolYear) === 'todo' && isSoon(part)).sort(byUrgency);
  const back = parts.filter((part) => shelfOf(part, schoolYear) === 'back' && isNews(part)).sort(byReturn);
  return [...due, ...back].slice(0, MOST_TASKS).map((part) => taskOf(part, children.get(part.pupilId), request));
}

function taskOf(part: PartOf, child: Member | undefined, request: TaskReader): PortalTask {
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
