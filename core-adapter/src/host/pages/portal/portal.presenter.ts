// SPDX-License-Identifier: EUPL-1.2
import type { Language } from '../../../api/i18n.js';
import type { BrickColour } from '../../../api/manifest.js';
import type { Child } from '../../domain/directory/kinships.js';
import { dateFormat } from '../../infra/i18n/date-format.js';
import type { LoadedBrick } from '../../domain/bricks/loaded-brick.js';
import type { OtherSchool, PortalBrick, PortalChild, PortalFamily, PortalModel } from './portal.model.js';
import type { SchoolContext } from '../../http/school-context.js';
import { BRICK_ICON, brickText, HOST_COLOUR, isChild } from '../../http/send-page.js';

/** Without the colour of the livret, on which the letters would be dark. */
const CHILD_COLOURS: readonly BrickColour[] = ['agenda', 'files', 'plum', 'messages', 'slate'];

export interface ChildSchool {
  readonly uai: string;
  readonly bricks: readonly LoadedBrick[];
}

export interface PortalFacts {
  readonly visit: SchoolContext;
  readonly language: Language;
  readonly now: Date;
  readonly bricks: readonly LoadedBrick[];
  /** How many are on in the school, for anybody. */
  readonly bricksOfSchool: number;
  readonly children: readonly Child[];
  /** Where the children are pupils, this school first, with the bricks of the person there. */
  readonly childSchools: readonly ChildSchool[];
  readonly otherSchools: readonly OtherSchool[];
}

export function presentPortal(facts: PortalFacts): PortalModel {
  const { visit, language, now, bricks, bricksOfSchool, children, childSchools, otherSchools } = facts;
  const { school, user } = visit;
  const child = isChild(visit);
  return {
    child,
    givenName: user.givenName,
    today: today(now, school.timeZone, language),
    bricks: presentBricks(bricks, school.uai, language, child),
    children: presentChildren(children, school.uai),
    families: childSchools.length > 1 ? childSchools.map((one) => presentFamily(one, facts)) : [],
    bricksOfSchool,
    otherSchools,
    schoolBricksUrl: user.profiles.includes('head') ? `/admin/s/${school.uai}/bricks` : undefined,
  };
}

function presentBricks(
  bricks: readonly LoadedBrick[],
  uai: string,
  language: Language,
  child: boolean,
): readonly PortalBrick[] {
  return bricks.map((brick) => ({
    title: brickText(brick, 'title', language, child),
    summary: brickText(brick, 'summary', language, child),
    url: `/s/${uai}/${brick.id}/`,
    icon: brick.manifest?.icon ?? BRICK_ICON,
    colour: brick.manifest?.colour ?? HOST_COLOUR,
  }));
}

function presentFamily({ uai, bricks }: ChildSchool, { children, visit, language }: PortalFacts): PortalFamily {
  const url = schoolUrl(uai);
  return {
    children: presentChildren(children, visit.school.uai).filter((child) => child.url === url),
    bricks: presentBricks(bricks, uai, language, false),
  };
}

/** A child in two schools is shown once for each. Each keeps a colour by the place in the whole list. */
function presentChildren(children: readonly Child[], here: string): PortalChild[] {
  return children.flatMap(({ givenName, schools }, index) =>
    schools.map(({ uai, name, classes }) => ({
      givenName,
      colour: CHILD_COLOURS[index % CHILD_COLOURS.length] ?? HOST_COLOUR,
      detail: [...classes, name].join(', '),
      url: schoolUrl(uai),
      current: uai === here,
    })),
  );
}

function schoolUrl(uai: string): string {
  return `/s/${uai}/`;
}

function today(now: Date, timeZone: string, language: Language): string {
  const options = { timeZone, weekday: 'long', day: 'numeric', month: 'long' } as const;
  return dateFormat(language === 'fr' ? 'fr-FR' : 'en-GB', options).format(now);
}
