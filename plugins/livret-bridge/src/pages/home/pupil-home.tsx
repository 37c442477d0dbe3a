// SPDX-License-Identifier: EUPL-1.2
import { Tile, Tiles } from '@volee/core-adapter/ui';
import type { LivretRequest, LivretTexts } from '../../brick-types.js';
import { correctionNotice } from '../shared/bilan/correction-words.js';
import { bilanName } from '../../domain/read/name-words.js';
import { familyBilans, type FamilyBilan } from '../../domain/home/family-bilans.js';
import type { HomePart } from './home-part.js';

/** The part of the home for pupils: their bilans, the newest first, and below them those that the school has withdrawn. */
export async function pupilHome(request: LivretRequest): Promise<HomePart> {
  const { db, user, t } = request;
  const bilans = await familyBilans([user.id], user.id, db);
  const tiles = bilans.flatMap((bilan) => tileOf(bilan, request));
  const withdrawn = bilans.flatMap((bilan) => withdrawnLine(bilan, request));
  if (bilans.length === 0) return { lead: t('mine.none'), content: <p class="v-well">{t('mine.later')}</p> };
  return {
    lead: leadOf(tiles, t),
    content: (
      <>
        <Tiles>
          {tiles.map((tile) => (
            <Tile key={tile.href} colour="livret" icon="mortarboard-fill" {...tile} />
          ))}
        </Tiles>
        {withdrawn.map((line) => (
          <p key={line} class="v-well">
            {line}
          </p>
        ))}
      </>
    ),
  };
}

function leadOf(tiles: readonly TileProps[], t: LivretTexts): string {
  if (tiles.length === 0) return t('mine.waits');
  const count = tiles.filter((tile) => tile.count !== undefined).length;
  return count > 0 ? t('mine.lead', { count }) : t('mine.read');
}

type TileProps = Omit<Parameters<typeof Tile>[0], 'colour' | 'icon'>;

function tileOf(bilan: FamilyBilan, { schoolYear, t, format, url }: LivretRequest): TileProps[] {
  const { path, isRead, publishedAt, fromName, correction, isInCorrection, isFormer } = bilan;
  if (path === undefined) return [];
  const published = publishedAt === null ? [] : [t('family.published', { day: format.day(publishedAt) })];
  const changed = correction ? [t(isInCorrection ? 'mine.correcting' : 'mine.corrected')] : [];
  const own = isFormer ? t('former.line') : [...published, ...changed].join(' ');
  const line = fromName === undefined ? own : t('family.from', { school: fromName });
  const count = isRead ? undefined : { value: 1, label: t('mine.new') };
  return [{ href: url(path), title: bilanName(bilan, schoolYear, t), line, count }];
}

function withdrawnLine(bilan: FamilyBilan, request: LivretRequest): string[] {
  const { path, correction } = bilan;
  if (path !== undefined || !correction) return [];
  const { schoolYear, t } = request;
  const notice = correctionNotice({ row: bilan, correction, isPupil: true }, request);
  return [t('mine.withdrawn', { bilan: bilanName(bilan, schoolYear, t), notice })];
}
