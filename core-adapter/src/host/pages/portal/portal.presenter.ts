// SPDX-License-Identifier: EUPL-1.2
import type { Child } from '../../domain/directory/kinships.js';
import { nearestFirst, type BrickTask } from '../../http/ask-portal.js';
import { brickText, isChild } from '../../http/send-page.js';
import type { SchoolContext } from '../../http/school-context.js';
import { formatFor } from '../../infra/i18n/format.js';
import type { AskedSchool } from './ask-school.js';
import type {
  FormerLine,
  KeptLine,
  MoreTasks,
  OtherSchool,
  PortalBrick,
  PortalModel,
  PortalStandIn,
  PortalTaskRow,
  PortalWeekModel,
} from './portal.model.js';
import {
  pathIn,
  presentAct,
  presentEnds,
  presentLine,
  presentTask,
  presentTools,
  signOf,
  type RowReader,
} from './portal-rows.js';
import { childOf, presentKids, presentLists } from './present-kids.js';
import { presentPupilWeek, presentTeacherWeek, type WeekReader } from './present-week.js';

/** The maximum number of tasks that the portal shows to an adult, and to a pupil. */
const MOST_TASKS = 5;
const MOST_FOR_PUPIL = 3;
/** The maximum number of tasks of another school. */
const MOST_ELSEWHERE = 2;

/** Another school of the person, with what waits there. */
export interface ElsewhereFacts {
  readonly name: string;
  readonly uai: string;
  readonly tasks: readonly BrickTask[];
}

export interface PortalFacts extends Omit<RowReader, 'child'> {
  readonly now: Date;
  readonly here: AskedSchool;
  /** The schools of a guardian's children. */
  readonly childSchools: readonly AskedSchool[];
  readonly elsewhere: readonly ElsewhereFacts[];
  /** The number of bricks that are on in the school, for anybody. */
  readonly bricksOfSchool: number;
  readonly children: readonly Child[];
  readonly standIns: readonly PortalStandIn[];
  readonly former: FormerLine | undefined;
  readonly kept: readonly KeptLine[];
}

export function presentPortal(facts: PortalFacts): PortalModel {
  const { here, childSchools, children, now, bricksOfSchool, standIns, former, kept } = facts;
  const { school, user } = here.visit;
  const child = isChild(here.visit);
  const reader: RowReader = { ...facts, child };
  const format = formatFor(facts.language, school.timeZone, { now: () => now });
  const schools = [here, ...childSchools.filter(({ uai }) => uai !== here.uai)];
  const kidFacts = { children, schools };
  const isOfKid = (one: Pick<BrickTask, 'about' | 'uai'>): boolean => childOf(one, kidFacts) !== undefined;

  const all = nearestFirst(schools.flatMap(({ tasks }) => tasks));
  const tasks = all.filter((task) => isOfKid(task) || isShownHere(task, facts));
  const own = tasks.filter((task) => !isOfKid(task));
  const [first] = tasks;
  const news = schools.flatMap((one) => one.news);
  const most = child ? MOST_FOR_PUPIL : MOST_TASKS;
  const kids = presentKids({ ...reader, ...kidFacts, tasks, news, first });
  const isGuardianOnly = kids.length > 0 && isGuardianAlone(here.visit) && kids.some((kid) => kid.tools.length > 0);
  return {
    ...{ child, givenName: user.givenName, today: format.weekdayAndDay(now) },
    ...presentOwn(own.slice(0, most), standIns, first),
    moreTasks: presentMore(own.slice(most), schools, reader),
    lines: child ? [] : news.filter((line) => !isOfKid(line)).map((line) => presentLine(line, reader)),
    bricks: presentBricks(here, reader),
    tools: isGuardianOnly ? [] : presentTools(here, here.bricks, reader),
    ends: isGuardianOnly ? [] : presentEnds(here, here.bricks, reader),
    actions: [...here.acts.map(presentAct), ...presentLists({ ...reader, children, schools: childSchools })],
    ...{ bricksOfSchool, kids, standIns, former, kept },
    week: weekOf(here, own, { now, timeZone: school.timeZone, format }),
    otherSchools: presentElsewhere(facts, reader),
    schoolBricksUrl: user.profiles.includes('head') ? `/admin/s/${school.uai}/bricks` : undefined,
  };
}

/** The reader's own tasks, then the tasks of each teacher that they replace, under a heading. */
function presentOwn(
  tasks: readonly BrickTask[],
  standIns: readonly PortalStandIn[],
  first: BrickTask | undefined,
): Pick<PortalModel, 'tasks' | 'inherited'> {
  const headings = new Map(
    standIns.flatMap(({ inherits }) => (inherits ? [[inherits.groupId, inherits.heading]] : [])),
  );
  const headingOf = ({ groupId }: BrickTask): string | undefined => headings.get(groupId ?? '');
  const under = (heading: string | undefined): PortalTaskRow[] =>
    tasks.filter((task) => headingOf(task) === heading).map((task) => presentTask(task, first));
  const inherited = [...new Set(headings.values())].map((heading) => ({ heading, tasks: under(heading) }));
  return { tasks: under(undefined), inherited: inherited.filter((one) => one.tasks.length > 0) };
}

/** The only task that has no row, or the tools in which several wait. */
function presentMore(
  tasks: readonly BrickTask[],
  schools: readonly AskedSchool[],
  reader: RowReader,
): MoreTasks | undefined {
  const [only, ...others] = tasks;
  if (!only) return undefined;
  if (others.length === 0)
    return { count: 1, links: [{ text: only.title, url: pathIn(only.uai, only.brick, only.path) }] };
  const tools = tasks.flatMap(({ brick, uai }) => {
    const school = schools.find((one) => one.uai === uai);
    return school ? presentTools(school, [brick], reader).slice(0, 1) : [];
  });
  const links = new Map(tools.map(({ title, url }) => [url, { text: title, url }]));
  return { count: tasks.length, links: [...links.values()] };
}

function weekOf(
  { visit, week }: AskedSchool,
  tasks: readonly BrickTask[],
  reader: WeekReader,
): PortalWeekModel | undefined {
  if (isChild(visit)) return presentPupilWeek(tasks, reader);
  return visit.user.profiles.includes('teacher') ? presentTeacherWeek(tasks, week, reader) : undefined;
}

/** Whether a task about no child stands among the tasks of the page, not under the name of another school. */
function isShownHere({ uai }: BrickTask, { here, elsewhere }: PortalFacts): boolean {
  return uai === here.uai || !elsewhere.some((school) => school.uai === uai);
}

export function isGuardianAlone({ user }: SchoolContext): boolean {
  return user.profiles.every((profile) => profile === 'guardian');
}

/** The doors of a pupil: each says what is new behind it, and else what it is for. */
function presentBricks(school: AskedSchool, { language, child, t }: RowReader): PortalBrick[] {
  return school.bricks.map((brick) => {
    const news = child ? school.news.find((line) => line.brick === brick) : undefined;
    const [tool] = presentTools({ ...school, places: new Map() }, [brick], { language, child, t });
    const [ends] = presentEnds(school, [brick], { language, child, t });
    return {
      ...{ title: brickText(brick, 'title', language, child), url: pathIn(school.uai, brick, ''), ...signOf(brick) },
      ...{ summary: news?.title ?? brickText(brick, 'summary', language, child), count: tool?.count, ends },
    };
  });
}

function presentElsewhere({ elsewhere, childSchools, children }: PortalFacts, reader: RowReader): OtherSchool[] {
  return elsewhere.map(({ name, uai, tasks }) => ({
    ...{ name, url: `/s/${uai}/` },
    tasks: nearestFirst(tasks)
      .filter((task) => childOf(task, { children, schools: childSchools }) === undefined)
      .slice(0, MOST_ELSEWHERE)
      .map((task) => presentLine(task, reader)),
  }));
}
