// SPDX-License-Identifier: EUPL-1.2
import type { Language } from '../../api/i18n.js';
import type { Child } from '../directory/kinships.js';
import { dateFormat } from '../i18n/date-format.js';
import type { LoadedBrick } from '../loader/loaded-brick.js';
import type { OtherSchool, PortalChild, PortalModel } from '../views/portal.model.js';
import type { SchoolVisit } from '../web/school-visit.js';
import { BRICK_ICON, brickText, HOST_COLOUR, isChild } from '../web/send-page.js';

export interface PortalFacts {
  readonly visit: SchoolVisit;
  readonly language: Language;
  readonly now: Date;
  readonly bricks: readonly LoadedBrick[];
  readonly children: readonly Child[];
  readonly otherSchools: readonly OtherSchool[];
}

export function presentPortal({ visit, language, now, bricks, children, otherSchools }: PortalFacts): PortalModel {
  const { school, asker } = visit;
  const child = isChild(visit);
  return {
    child,
    givenName: asker.givenName,
    today: today(now, school.timeZone, language),
    bricks: bricks.map((brick) => ({
      title: brickText(brick, 'title', language, child),
      summary: brickText(brick, 'summary', language, child),
      url: `/s/${school.uai}/${brick.id}/`,
      icon: brick.manifest?.icon ?? BRICK_ICON,
      colour: brick.manifest?.colour ?? HOST_COLOUR,
    })),
    children: children.flatMap((one) => presentChild(one, school.uai)),
    otherSchools,
    schoolBricksUrl: asker.profiles.includes('head') ? `/admin/s/${school.uai}/bricks` : undefined,
  };
}

/** A child in two schools is shown once for each. */
function presentChild({ givenName, schools }: Child, here: string): PortalChild[] {
  return schools.map(({ uai, name, classes }) => ({
    givenName,
    detail: [...classes, name].join(', '),
    url: `/s/${uai}/`,
    current: uai === here,
  }));
}

function today(now: Date, timeZone: string, language: Language): string {
  const options = { timeZone, weekday: 'long', day: 'numeric', month: 'long' } as const;
  return dateFormat(language === 'fr' ? 'fr-FR' : 'en-GB', options).format(now);
}
