// SPDX-License-Identifier: EUPL-1.2
import type { FileShareRequest } from '../../brick-types.js';
import { classWorksPath, newWorkPath, workPath } from '../../paths.js';
import { presentTabs } from '../shared/tabs.presenter.js';
import type { WorkRow } from '../../store/work.entity.js';
import { presentWork } from './work.presenter.js';
import { readWorks, type FollowedWork } from '../../domain/works/read-works.js';
import { presentWorksLists } from '../../domain/works/works-lists.js';
import { progressWords, wallOf, workTag } from '../shared/works/work-words.js';
import type { WorkLine, WorksModel } from '../shared/works/works.model.js';

interface WorksState {
  readonly groupId: string;
  /** The work that the address names; undefined for the class. */
  readonly work: WorkRow | undefined;
  readonly done: boolean;
}

/** The works of a class, and beside the list the work of the address or else the first one. */
export async function presentWorks(
  { groupId, work, done }: WorksState,
  request: FileShareRequest,
): Promise<WorksModel> {
  const { access, url } = request;
  const works = await readWorks(groupId, request);
  const named = works.find((one) => one.work.id === work?.id);
  const isDone = named ? named.isDone : done;
  const listed = works.filter((one) => one.isDone === isDone);
  const shown = named ?? listed[0];
  const mayHandOut = await access.can('handOut', { groupId });
  const classes = await presentWorksLists(groupId, request);
  return {
    group: classes.find(({ current }) => current)?.label ?? '',
    tabs: await presentTabs(request, 'works'),
    classes,
    newUrl: mayHandOut ? url(newWorkPath(groupId)) : undefined,
    lines: listed.map((one) => presentLine(one, shown, request)),
    isDone,
    other: otherList(works, isDone, groupId, request),
    detail: shown && (await presentWork(shown, mayHandOut, request)),
    opened: work !== undefined,
    backUrl: url(listPath(groupId, isDone)),
  };
}

function presentLine(one: FollowedWork, shown: FollowedWork | undefined, request: FileShareRequest): WorkLine {
  const { work, phase, progress } = one;
  return {
    id: work.id,
    url: request.url(workPath(work.id)),
    title: work.title || request.t('works.untitled'),
    current: one === shown,
    tag: workTag(work, phase, progress, request),
    detail: progressWords(work, phase, progress, request),
    wall: wallOf(work, phase, progress, request),
  };
}

function otherList(
  works: readonly FollowedWork[],
  isDone: boolean,
  groupId: string,
  { t, url }: FileShareRequest,
): WorksModel['other'] {
  const count = works.filter((one) => one.isDone !== isDone).length;
  if (count === 0 && !isDone) return undefined;
  const label = isDone ? t('works.current') : t('works.done', { count });
  return { label, url: url(listPath(groupId, !isDone)) };
}

function listPath(groupId: string, done: boolean): string {
  return `${classWorksPath(groupId)}${done ? '?done=true' : ''}`;
}
