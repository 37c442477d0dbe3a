// SPDX-License-Identifier: EUPL-1.2
import type { Format } from '@volee/core-adapter';
import type { MessagingKey, MessagingTexts } from '../../brick-types.js';
import type { KnownPause } from '../../domain/policy/known-pauses.js';

/** A pause, in words for the reader. */
export interface PauseNote {
  readonly title: string;
  readonly reason: string;
  /** The actions left to the reader; undefined where they write as before. */
  readonly rest: string | undefined;
  readonly isOwn: boolean;
}

const TITLES = {
  own: { open: 'pause.own', until: 'pause.ownUntil' },
  pupil: { open: 'pause.pupils', until: 'pause.pupilsUntil' },
  guardian: { open: 'pause.guardians', until: 'pause.guardiansUntil' },
} as const satisfies Record<string, Record<'open' | 'until', MessagingKey>>;

export function presentPauses(
  pauses: readonly KnownPause[],
  { t, format }: { readonly t: MessagingTexts; readonly format: Format },
): PauseNote[] {
  return pauses.map(({ profile, isOwn, breaker: { reason, until } }) => {
    const keys = TITLES[isOwn ? 'own' : profile];
    return {
      title: until === null ? t(keys.open) : t(keys.until, { until: format.dayAndTime(until) }),
      reason,
      rest: isOwn ? t('pause.ownRest') : undefined,
      isOwn,
    };
  });
}
