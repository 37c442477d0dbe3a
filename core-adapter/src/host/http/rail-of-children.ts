// SPDX-License-Identifier: EUPL-1.2
import type { Language } from '../../api/i18n.js';
import type { ReadyBrick } from '../domain/bricks/loaded-brick.js';
import type { PortalServices } from './ask-brick.js';
import { badgesOf } from './ask-portal.js';
import type { SchoolContext } from './school-context.js';

/** The schools of a guardian's children, for the pages over all of them. */
export interface SchoolsOfChildren {
  readonly visits: readonly SchoolContext[];
  readonly children: readonly { readonly givenName: string; readonly schools: readonly { readonly uai: string }[] }[];
}

/** A brick in the rail: the one entry for all schools, or, without a page over all children, an entry for each school. */
export interface ChildrenEntry {
  readonly brick: ReadyBrick;
  readonly url: string;
  readonly count: number;
  /** The children of the school that the entry leads to; undefined where it is the only one of the brick. */
  readonly names: string | undefined;
}

export function childrenListUrl(brickId: string): string {
  return `/enfants/${brickId}`;
}

/** The bricks of a guardian over all schools of the children, with the sums of their badges. */
export async function childrenEntries(
  context: PortalServices,
  { visits, children }: SchoolsOfChildren,
  language: Language,
): Promise<ChildrenEntry[]> {
  const schools = await Promise.all(
    visits.map(async (visit) => ({
      uai: visit.school.uai,
      bricks: await visit.bricks(),
      badges: await badgesOf(context, visit, language),
    })),
  );
  const bricks = [...new Set(schools.flatMap((school) => school.bricks))];
  return bricks.flatMap((brick): ChildrenEntry[] => {
    const having = schools.filter((school) => school.bricks.includes(brick));
    const counts = having.map(({ badges }) => badges.get(brick.id) ?? 0);
    if (brick.portal?.ofChildren) {
      const count = counts.reduce((sum, one) => sum + one, 0);
      return [{ brick, url: childrenListUrl(brick.id), count, names: undefined }];
    }
    return having.map(({ uai }, place) => ({
      ...{ brick, url: `/s/${uai}/${brick.id}/`, count: counts[place] ?? 0 },
      names: having.length > 1 ? namesIn(uai, children) : undefined,
    }));
  });
}

function namesIn(uai: string, children: SchoolsOfChildren['children']): string {
  const there = children.filter(({ schools }) => schools.some((school) => school.uai === uai));
  return there.map(({ givenName }) => givenName).join(', ');
}
