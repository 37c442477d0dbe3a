// SPDX-License-Identifier: EUPL-1.2
import type { Format, Translate } from '../../../api/i18n.js';
import type { HostKey } from '../../infra/locales/index.js';
import { TOKENS_URL, type TokenLine } from './account-tokens.model.js';
import type { AccessToken } from '../../domain/tokens/access-token-service.js';

interface TokenWords {
  readonly t: Translate<HostKey>;
  readonly format: Format;
  /** Titles of bricks by id. */
  readonly titles: ReadonlyMap<string, string>;
  readonly now: Date;
}

export function presentToken(token: AccessToken, { t, format, titles, now }: TokenWords): TokenLine {
  const { id, name, brickIds, createdAt, lastUsedAt, endsAt } = token;
  const ended = endsAt !== null && endsAt.getTime() <= now.getTime();
  return {
    name,
    bricks: brickIds.map((brick) => titles.get(brick) ?? brick).join(', '),
    dates: [
      t('tokens.made', { when: format.moment(createdAt) }),
      lastUsedAt ? t('tokens.used', { when: format.moment(lastUsedAt) }) : t('tokens.never'),
      // The instant is the first one after its last day.
      ...(endsAt && !ended ? [t('tokens.ends', { when: format.moment(new Date(endsAt.getTime() - 1)) })] : []),
    ],
    ended,
    revokeUrl: revokeUrlOf(id),
  };
}

export function revokeUrlOf(id: string): string {
  return `${TOKENS_URL}/${id}/revoke`;
}
