// SPDX-License-Identifier: EUPL-1.2
import type { Group } from '@volee/core-adapter';
import { In } from 'typeorm';
import type { FileShareRequest } from '../../brick-types.js';
import { endingWorks, type EndingModel } from '../../domain/parts/ending-works.js';
import { ownMember } from '../../domain/parts/own-member.js';
import { readParts } from '../../domain/parts/read-parts.js';
import { folderPath, KEEP_LEFT_PATH, SEARCH_PATH, workPath } from '../../paths.js';
import { groupSpace, holderOf, teamSpace, type SpaceRef } from '../../store/space-ref.js';
import type { Settings } from '../../settings.js';
import { presentTabs } from '../shared/tabs.presenter.js';
import { KINDS } from '../../domain/space/spaces-of.js';
import { NodeRow } from '../../store/node.entity.js';
import { SpaceRow } from '../../store/space.entity.js';
import { WorkRow } from '../../store/work.entity.js';
import { isAfterEnd } from '../../domain/year/ending-class.js';
import { lastDayOfSpaces, lastYears } from '../../domain/time/kept-years.js';
import type { LastYearModel, LeftFiles, PastClass, PastLine } from './last-year.view.js';
import { leftFiles } from '../../domain/year/left-files.js';

/** Names of files that the page tells. */
const TOLD = 20;

/** Rows of former groups, read together. */
interface PastRows {
  /** The roots of spaces by `holderOf`. */
  readonly roots: ReadonlyMap<string, NodeRow>;
  readonly works: readonly WorkRow[];
}

/** The classes and groups of last year and those that have ended, with what the user reads there: spaces and, for teachers and heads, works. */
export async function presentLastYear(
  request: FileShareRequest,
  { keepWorks }: Pick<Settings, 'keepWorks'>,
): Promise<LastYearModel> {
  const { access, url } = request;
  const groups = (await access.pastGroups('read')).filter(({ kind }) => KINDS.includes(kind));
  const followed = new Set((await access.pastGroups('follow')).map(({ id }) => id));
  const rows = await readPast(groups, request);
  const left = await presentLeft(request);
  return {
    tabs: await presentTabs(request, 'lastYear'),
    searchUrl: url(SEARCH_PATH),
    endings: await presentEndings(keepWorks, request),
    lead: await presentLead(groups, keepWorks, request),
    empty: groups.length > 0 || (left && !isAfterEnd(request)) ? undefined : await presentEmpty(request),
    classes: groups.map((group) => presentClass(group, followed.has(group.id), rows, request)),
    left,
  };
}

async function presentLeft(request: FileShareRequest): Promise<LeftFiles | undefined> {
  const files = await leftFiles(request);
  if (files.length === 0) return undefined;
  const names = files.map(({ name }) => name);
  return {
    names: names.length > TOLD ? [...names.slice(0, TOLD), '…'] : names,
    until: await firstEnd(files, request),
    keepUrl: request.url(KEEP_LEFT_PATH),
  };
}

/** The last day on which all of these files are there: they go with the spaces of their classes. */
async function firstEnd(files: readonly NodeRow[], { db, t, format }: FileShareRequest): Promise<string | undefined> {
  const spaceIds = [...new Set(files.map(({ spaceId }) => spaceId))];
  const spaces = await db.repository(SpaceRow).find({ where: { id: In(spaceIds) } });
  const years = spaces.flatMap(({ year }) => year ?? []);
  if (years.length === 0) return undefined;
  return t('left.until', { day: format.day(lastDayOfSpaces(Math.min(...years))) });
}

async function presentEmpty(request: FileShareRequest): Promise<string> {
  const { access, t } = request;
  if (await access.can('follow')) return t('lastYear.empty');
  return t(isAfterEnd(request) ? 'lastYear.endedForPupil' : 'lastYear.emptyAsPupil');
}

async function presentEndings(keepWorks: Settings['keepWorks'], request: FileShareRequest): Promise<EndingModel[]> {
  const { user, access } = request;
  if (!user.profiles.includes('pupil')) return [];
  const parts = await access.filter('readPart', await readParts(await ownMember(request), request));
  return endingWorks(parts, keepWorks, request);
}

async function presentLead(
  groups: readonly Group[],
  keepWorks: Settings['keepWorks'],
  { t, access, clock, school, schoolYear }: FileShareRequest,
): Promise<string[]> {
  const gone = lastYears(keepWorks, { now: clock.now(), schoolYear, zone: school.timeZone });
  const partsGoBefore = keepWorks === 'summer' && gone.parts < schoolYear - 1;
  const ofLastYear = [
    t('lastYear.lead'),
    ...(partsGoBefore ? [t('lastYear.partsUntil', { year: schoolYear })] : []),
    t('lastYear.until', { year: schoolYear + 1 }),
  ];
  const hasEnded = groups.some((group) => group.schoolYear === schoolYear);
  return [
    ...(groups.some((group) => group.schoolYear < schoolYear) ? ofLastYear : []),
    ...(hasEnded ? [await presentEnded()] : []),
  ];

  async function presentEnded(): Promise<string> {
    if (!(await access.can('follow'))) return t('lastYear.endedAsPupil', { year: schoolYear + 1 });
    const corrects = await access.can('giveBack');
    return t(corrects ? 'lastYear.ended' : 'lastYear.endedAsHead', { year: schoolYear + 2 });
  }
}

async function readPast(groups: readonly Group[], { db }: FileShareRequest): Promise<PastRows> {
  const groupIds = groups.map(({ id }) => id);
  if (groupIds.length === 0) return { roots: new Map(), works: [] };
  const spaces = await db.repository(SpaceRow).find({ where: { groupId: In(groupIds) } });
  const holders = new Map(spaces.map(({ id, holder }) => [id, holder]));
  const where = { parentId: In([...holders.keys()]), foldedName: '' };
  const roots = spaces.length === 0 ? [] : await db.repository(NodeRow).find({ where });
  const works = await db
    .repository(WorkRow)
    .find({ where: { groupId: In(groupIds), isDraft: false }, order: { visibleFrom: 'DESC', id: 'DESC' } });
  return { roots: new Map(roots.map((root) => [holders.get(root.spaceId) ?? '', root])), works };
}

function presentClass(
  group: Group,
  isFollowed: boolean,
  { roots, works }: PastRows,
  request: FileShareRequest,
): PastClass {
  const { t } = request;
  const { name, kind, schoolYear } = group;
  const files = spaceLine(
    groupSpace(group.id),
    t(kind === 'class' ? 'lastYear.files' : 'lastYear.groupFiles'),
    t('lastYear.openFiles', { class: name }),
  );
  const team = spaceLine(teamSpace(group.id), t('lastYear.team'), t('lastYear.openTeam', { class: name }));
  return {
    title: t('lastYear.class', { class: name, year: `${schoolYear}-${schoolYear + 1}` }),
    lines: [
      files,
      ...(isFollowed && kind === 'class' ? [team] : []),
      ...(isFollowed ? works.filter(({ groupId }) => groupId === group.id) : []).map((work) => workLine(work, request)),
    ],
  };

  function spaceLine(space: SpaceRef, title: string, action: string): PastLine {
    const { files: count, bytes } = roots.get(holderOf(space)) ?? { files: 0, bytes: 0 };
    const detail = count === 0 ? t('lastYear.none') : t('lastYear.count', { count, size: request.format.bytes(bytes) });
    const icon = space.kind === 'team' ? 'people-fill' : 'folder-fill';
    return { icon, title, detail, url: request.url(folderPath({ space })), action };
  }
}

function workLine({ id, title, visibleFrom }: WorkRow, { t, format, url }: FileShareRequest): PastLine {
  const detail = t('lastYear.given', { day: format.day(visibleFrom) });
  return { icon: 'clipboard-check', title, detail, url: url(workPath(id)), action: t('lastYear.openWork', { title }) };
}
