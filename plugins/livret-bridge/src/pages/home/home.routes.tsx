// SPDX-License-Identifier: EUPL-1.2
import type { Profile } from '@volee/core-adapter';
import { PageHead, Tabs } from '@volee/core-adapter/ui';
import { livretTabs } from '../shared/livret-tabs.js';
import { boardPage } from '../shared/board/board-page.js';
import type { LivretBrick, LivretRequest } from '../../brick-types.js';
import { taughtClasses } from '../../domain/home/taught-classes.js';
import type { Catalogues } from '../../domain/catalogue/catalogues.js';
import { HOME_PATH } from '../../paths.js';
import { collegeHome, sixthHome } from './college-home.js';
import { guardianHome } from './guardian-home.js';
import { headHome } from './head-home.js';
import type { HomePart } from './home-part.js';
import { pupilHome } from './pupil-home.js';
import { teacherHome } from './teacher-home.js';

type ReadPart = (request: LivretRequest, catalogues: Catalogues) => Promise<HomePart>;

/** The parts of the home, by profile, in their order on the page. */
const PARTS: Readonly<Partial<Record<Profile, ReadPart>>> = { guardian: guardianHome, pupil: pupilHome };
/** The additional parts in an école, where bilans are written. */
const PRIMARY_PARTS: Readonly<Partial<Record<Profile, ReadPart>>> = { teacher: teacherHome, head: headHome };
/** The additional parts in a collège, where bilans arrive. */
const COLLEGE_PARTS: Readonly<Partial<Record<Profile, ReadPart>>> = { teacher: sixthHome, head: collegeHome };

/** Registers the first page of the brick, by profile. */
export function registerHome({ http }: Pick<LivretBrick, 'http'>, catalogues: Catalogues): void {
  http.get(HOME_PATH, { access: 'read' }, async (request) => {
    const { user, t, page, asset } = request;
    if (await hasBoardOnly(request)) return boardPage({ catalogues }, request);
    const parts: HomePart[] = [];
    for (const profile of inOrder(user.profiles)) {
      const part = await partOf(profile, request)?.(request, catalogues);
      if (part) parts.push(part);
    }
    const tabs = await livretTabs('home', request);
    const content = (
      <>
        <PageHead title={t('title')} lead={parts[0]?.lead} />
        {tabs.length > 0 && <Tabs label={t('tabs.label')} tabs={tabs} />}
        <div class="livret-bridge-parts">{parts.map(({ content: one }) => one)}</div>
      </>
    );
    return page(t('title'), content, {
      styles: parts.flatMap(({ sheet }) => (sheet === undefined ? [] : asset(sheet))),
    });
  });
}

/** Sorts profiles: the part of a head comes first. */
function inOrder(profiles: readonly Profile[]): Profile[] {
  return [...profiles].sort((one, other) => Number(other === 'head') - Number(one === 'head'));
}

/** The part of a profile. The head of a collège reads all its classes, so the part of its teachers would add nothing. */
function partOf(profile: Profile, { school, user }: Pick<LivretRequest, 'school' | 'user'>): ReadPart | undefined {
  if (school.kind === 'college' && profile === 'teacher' && user.profiles.includes('head')) return undefined;
  return PARTS[profile] ?? (school.kind === 'primary' ? PRIMARY_PARTS : COLLEGE_PARTS)[profile];
}

/** Whether the user is the head of an école and has no other profile there: the board is then their home. */
async function hasBoardOnly({ user, school, access }: LivretRequest): Promise<boolean> {
  if (school.kind !== 'primary' || !user.profiles.includes('head') || user.profiles.includes('guardian')) return false;
  return (await taughtClasses({ access })).length === 0;
}
