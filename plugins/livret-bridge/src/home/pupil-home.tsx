// SPDX-License-Identifier: EUPL-1.2
import { Tile, Tiles } from '@volee/core-adapter/ui';
import type { LivretRequest } from '../brick-types.js';
import { bilanName } from '../read/name-words.js';
import { familyBilans } from './family-bilans.js';
import type { HomePart } from './home-part.js';

/** The part of the home for pupils: their bilans, the newest first. */
export async function pupilHome({ db, user, schoolYear, t, format, url }: LivretRequest): Promise<HomePart> {
  const bilans = await familyBilans([user.id], user.id, db);
  const tiles = bilans.flatMap(({ path, isRead, publishedAt, fromName, ...bilan }) => {
    if (path === undefined) return [];
    const count = isRead ? undefined : { value: 1, label: t('mine.new') };
    const published = publishedAt === null ? undefined : t('family.published', { day: format.day(publishedAt) });
    const line = fromName === undefined ? published : t('family.from', { school: fromName });
    return [{ href: url(path), title: bilanName(bilan, schoolYear, t), line, count }];
  });
  const hasNew = tiles.some(({ count }) => count !== undefined);
  if (tiles.length === 0) return { lead: t('mine.none'), content: <p class="v-well">{t('mine.later')}</p> };
  return {
    lead: hasNew ? t('mine.lead') : t('mine.read'),
    content: (
      <Tiles>
        {tiles.map((tile) => (
          <Tile key={tile.href} colour="livret" icon="mortarboard-fill" {...tile} />
        ))}
      </Tiles>
    ),
  };
}
