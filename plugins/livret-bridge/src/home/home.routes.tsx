// SPDX-License-Identifier: EUPL-1.2
import type { Profile } from '@volee/core-adapter';
import { PageHead } from '@volee/core-adapter/ui';
import type { LivretBrick, LivretRequest } from '../brick-types.js';
import { HOME_PATH } from '../paths.js';
import { guardianHome } from './guardian-home.js';
import type { HomePart } from './home-part.js';
import { pupilHome } from './pupil-home.js';

/** The parts of the home, by profile, in their order on the page. */
const PARTS: Readonly<Partial<Record<Profile, (request: LivretRequest) => Promise<HomePart>>>> = {
  guardian: guardianHome,
  pupil: pupilHome,
};

/** The first page of the brick, by profile. */
export function registerHome({ http }: Pick<LivretBrick, 'http'>): void {
  http.get(HOME_PATH, { access: 'read' }, async (request) => {
    const { user, t, page, asset } = request;
    const parts: HomePart[] = [];
    for (const profile of user.profiles) {
      const part = await PARTS[profile]?.(request);
      if (part) parts.push(part);
    }
    const content = (
      <>
        <PageHead title={t('title')} lead={parts[0]?.lead} />
        {parts.map(({ content: one }) => one)}
      </>
    );
    return page(t('title'), content, {
      styles: parts.flatMap(({ sheet }) => (sheet === undefined ? [] : asset(sheet))),
    });
  });
}
