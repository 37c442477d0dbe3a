// SPDX-License-Identifier: EUPL-1.2
import type { Language, Translate } from '../../../api/i18n.js';
import type { Child } from '../../domain/directory/kinships.js';
import { formatFor } from '../../infra/i18n/format.js';
import type { LoadedBrick } from '../../domain/bricks/loaded-brick.js';
import type { HostKey } from '../../infra/locales/index.js';
import type {
  FormerLine,
  KeptLine,
  OtherSchool,
  PortalBrick,
  PortalChild,
  PortalFamily,
  PortalModel,
  PortalTaskRow,
} from './portal.model.js';
import type { BrickTask } from '../../http/ask-portal.js';
import type { SchoolContext } from '../../http/school-context.js';
import { BRICK_ICON, brickText, countOf, HOST_COLOUR, isChild } from '../../http/send-page.js';

/** The maximum number of tasks that the portal shows. */
const MOST_TASKS = 5;

export interface ChildSchool {
  readonly uai: string;
  readonly bricks: readonly LoadedBrick[];
  readonly badges: ReadonlyMap<string, number>;
}

export interface PortalFacts {
  readonly visit: SchoolContext;
  readonly language: Language;
  readonly now: Date;
  readonly bricks: readonly LoadedBrick[];
  readonly badges: ReadonlyMap<string, number>;
  /** The nearest first. */
  readonly tasks: readonly BrickTask[];
  readonly t: Translate<HostKey>;
  /** The number of bricks that are on in the school, for anybody. */
  readonly bricksOfSchool: number;
  readonly children: readonly Child[];
  /** The schools of the children, this school first, with the bricks of the person there. */
  readonly childSchools: readonly ChildSchool[];
  readonly otherSchools: readonly OtherSchool[];
  readonly former: FormerLine | undefined;
  readonly kept: readonly KeptLine[];
}

export function presentPortal(facts: PortalFacts): PortalModel {
  const { visit, language, now, tasks, bricks, bricksOfSchool, children, childSchools, otherSchools } = facts;
  const { school, user } = visit;
  const child = isChild(visit);
  return {
    child,
    givenName: user.givenName,
    today: formatFor(language, school.timeZone, { now: () => now }).weekdayAndDay(now),
    tasks: tasks.slice(0, MOST_TASKS).map(presentTask),
    hasMoreTasks: tasks.length > MOST_TASKS,
    bricks: presentBricks({ uai: school.uai, bricks, badges: facts.badges }, facts),
    children: presentChildren(children, school.uai),
    families: childSchools.length > 1 ? childSchools.map((one) => presentFamily(one, facts)) : [],
    bricksOfSchool,
    otherSchools,
    former: facts.former,
    kept: facts.kept,
    schoolBricksUrl: user.profiles.includes('head') ? `/admin/s/${school.uai}/bricks` : undefined,
  };
}

function presentTask({ title, detail, action, path, brick, uai }: BrickTask): PortalTaskRow {
  const { icon = BRICK_ICON, colour = HOST_COLOUR } = brick.manifest;
  return { title, detail, action, url: `/s/${uai}/${brick.id}/${path.replace(/^\/+/, '')}`, icon, colour };
}

function presentBricks(
  { uai, bricks, badges }: ChildSchool,
  { visit, language, t }: PortalFacts,
): readonly PortalBrick[] {
  const child = isChild(visit);
  return bricks.map((brick) => ({
    title: brickText(brick, 'title', language, child),
    summary: brickText(brick, 'summary', language, child),
    url: `/s/${uai}/${brick.id}/`,
    icon: brick.manifest?.icon ?? BRICK_ICON,
    colour: brick.manifest?.colour ?? HOST_COLOUR,
    count: countOf(badges.get(brick.id), t),
  }));
}

function presentFamily(school: ChildSchool, facts: PortalFacts): PortalFamily {
  const url = schoolUrl(school.uai);
  return {
    children: presentChildren(facts.children, facts.visit.school.uai).filter((child) => child.url === url),
    bricks: presentBricks(school, facts),
  };
}

/** A child in two schools is shown once for each. */
function presentChildren(children: readonly Child[], here: string): PortalChild[] {
  return children.flatMap(({ id, displayName, givenName, schools }) =>
    schools.map(({ uai, name, classes }) => ({
      person: { id, displayName },
      givenName,
      detail: [...classes, name].join(', '),
      url: schoolUrl(uai),
      current: uai === here,
    })),
  );
}

function schoolUrl(uai: string): string {
  return `/s/${uai}/`;
}
