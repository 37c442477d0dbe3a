// SPDX-License-Identifier: EUPL-1.2
import type { Format, Language, Translate } from '../../../api/i18n.js';
import type { FormerSchool } from '../../domain/former-schools/find-former-schools.js';
import type { ListedBrick } from '../../http/ask-former.js';
import { FORMER_URL, OWN_DATA_URL } from '../../http/foot-links.js';
import { BRICK_ICON, brickText, HOST_COLOUR } from '../../http/send-page.js';
import type { HostKey } from '../../infra/locales/index.js';
import type { FormerBrickPart, FormerSchoolModel, FormerSchoolPart } from './former-school.view.js';

export const PUT_AWAY_URL = `${FORMER_URL}/rappel`;

/** A former school with the answers of its bricks. */
export interface AskedSchool {
  readonly former: FormerSchool;
  readonly bricks: readonly ListedBrick[];
  /** The format in the time zone of the school. */
  readonly format: Format;
}

interface Reader {
  readonly id: string;
  readonly language: Language;
  readonly t: Translate<HostKey>;
}

export function presentFormerSchools(asked: readonly AskedSchool[], reader: Reader): FormerSchoolModel {
  // When a child and their guardian left together, often only one of them has something left.
  const isFilled = ({ bricks }: AskedSchool): boolean => bricks.length > 0;
  const filled = asked.some(isFilled)
    ? asked.filter(isFilled)
    : asked.filter(({ former }) => former.owner.id === reader.id);
  const count = new Set(filled.map(({ former }) => former.school.uai)).size;
  return {
    title: titleOf(count, reader.t),
    schools: filled.map((one) => presentSchool(one, reader)),
    putAwayUrl: filled.some(({ former }) => !former.isPutAway) ? PUT_AWAY_URL : undefined,
    ownDataUrl: OWN_DATA_URL,
  };
}

export function titleOf(count: number, t: Translate<HostKey>): string {
  return t('former.title', { count: Math.max(1, count) });
}

function presentSchool({ former, bricks, format }: AskedSchool, reader: Reader): FormerSchoolPart {
  const { school, owner, leftAt } = former;
  const isOwn = owner.id === reader.id;
  return {
    title: isOwn ? school.name : reader.t('former.schoolOfChild', { child: owner.givenName, school: school.name }),
    leftAt: reader.t('former.leftAt', { day: format.day(leftAt) }),
    bricks: bricks.map((one) => presentBrick(one, former, format, reader)),
  };
}

function presentBrick(
  { brick, things, documents }: ListedBrick,
  former: FormerSchool,
  format: Format,
  { id, language, t }: Reader,
): FormerBrickPart {
  const { owner, profiles } = former;
  const isOwn = owner.id === id;
  const forever = isOwn ? t('former.untilLeaving') : t('former.untilLeavingOfChild', { child: owner.givenName });
  const canTake = things?.take !== undefined || (isOwn && brick.personalData !== undefined);
  return {
    title: brickText(brick, 'title', language, profiles.includes('pupil')),
    icon: brick.manifest.icon ?? BRICK_ICON,
    colour: brick.manifest.colour ?? HOST_COLOUR,
    isSilent: things === undefined,
    things: (things?.kept ?? []).map(({ text, until }) => ({
      text,
      until: until === undefined ? forever : t('former.until', { day: format.day(until) }),
    })),
    documents: documents.map(({ key, title, detail }) => ({
      ...{ title, detail, url: documentUrl(former, brick.id, key) },
    })),
    takeUrl: things !== undefined && canTake ? takeUrl(former, brick.id) : undefined,
  };
}

function documentUrl(former: FormerSchool, brick: string, key: string): string {
  return `${urlOf(former, brick)}/lire/${key}`;
}

function takeUrl(former: FormerSchool, brick: string): string {
  return `${urlOf(former, brick)}/emporter`;
}

function urlOf({ school, owner }: FormerSchool, brick: string): string {
  return `${FORMER_URL}/${school.uai}/${owner.id}/${brick}`;
}
