// SPDX-License-Identifier: EUPL-1.2
import type { Tab } from '@volee/core-adapter/ui';
import type { FileShareRequest } from '../../brick-types.js';
import { isAfterEnd } from '../../domain/year/ending-class.js';
import { leftFiles } from '../../domain/year/left-files.js';
import { folderPath, LAST_YEAR_PATH, WORKS_PATH } from '../../paths.js';
import { holderOf, type SpaceRef } from '../../store/space-ref.js';
import { KINDS, spacesOf, type NamedSpace } from '../../domain/space/spaces-of.js';

/** The tab of the page: a space, or one of the two that are no space. Undefined for a page of none, such as a search. */
export type CurrentTab = SpaceRef | 'works' | 'lastYear' | undefined;

type TabsRequest = Pick<FileShareRequest, 'access' | 'db' | 'user' | 't' | 'url' | 'clock' | 'school'>;

/** With more classes than this, the team of a class has a tab on the pages of the class alone. */
const TEAMS_SHOWN = 3;

/**
 * The tabs of every page of the brick: works first, then the user's spaces, former classes at the end. Pupils who look for their class
 * after 1 August find there why it is empty, and pupils who have left a class find what they had put into it.
 */
export async function presentTabs(request: TabsRequest, current: CurrentTab): Promise<Tab[]> {
  const { access, user, t, url } = request;
  const here = typeof current === 'object' ? holderOf(current) : undefined;
  const spaces = teamsInReach(await spacesOf(request), current);
  const past = (await access.pastGroups('read')).filter(({ kind }) => KINDS.includes(kind));
  return [
    ...(hasWorks(user) ? [{ label: t('tabs.works'), url: url(WORKS_PATH), current: current === 'works' }] : []),
    ...spaces.map(({ space, name }) => ({
      label: name,
      url: url(folderPath({ space })),
      current: holderOf(space) === here,
    })),
    ...(past.length > 0 || (user.profiles.includes('pupil') && (isAfterEnd(request) || (await hasLeft(request))))
      ? [{ label: t('tabs.lastYear'), url: url(LAST_YEAR_PATH), current: current === 'lastYear' }]
      : []),
  ];
}

async function hasLeft(request: TabsRequest): Promise<boolean> {
  return (await leftFiles(request)).length > 0;
}

/** Staff are in no class, and have no works. */
function hasWorks({ profiles }: Pick<FileShareRequest['user'], 'profiles'>): boolean {
  return profiles.some((profile) => profile !== 'staff');
}

function teamsInReach(spaces: readonly NamedSpace[], current: CurrentTab): readonly NamedSpace[] {
  const teams = spaces.filter(({ space }) => space.kind === 'team');
  if (teams.length <= TEAMS_SHOWN) return spaces;
  const groupId = typeof current === 'object' ? current.groupId : null;
  return spaces.filter(({ space }) => space.kind !== 'team' || space.groupId === groupId);
}
