// SPDX-License-Identifier: EUPL-1.2
import type { Profile } from '@volee/core-adapter';
import { Button, LinkButton } from '@volee/core-adapter/ui';
import type { VNode } from 'preact';
import type { LivretRequest } from '../brick-types.js';
import { takeBackPath, unlockPath } from '../paths.js';
import type { BilanRow } from '../store/bilan.entity.js';

type Reader = Pick<LivretRequest, 't' | 'url' | 'schoolYear'>;

/** The step back that the user may take: a teacher takes a signature back before the visa, the head unlocks what is published. */
export function staffActions(
  { id, state, year }: Pick<BilanRow, 'id' | 'state' | 'year'>,
  heldAs: readonly Profile[],
  { t, url, schoolYear }: Reader,
): VNode | undefined {
  if (year !== schoolYear) return undefined;
  if (state === 'signed' && heldAs.includes('teacher')) {
    return (
      <form class="v-card" method="post" action={url(takeBackPath(id))} aria-labelledby="take-back">
        <h2 id="take-back">{t('step.takeBackTitle')}</h2>
        <p>{t('step.takeBackLead')}</p>
        <Button icon="arrow-counterclockwise">{t('step.takeBack')}</Button>
      </form>
    );
  }
  if (state === 'published' && heldAs.includes('head')) {
    return (
      <section class="v-card" aria-labelledby="unlock">
        <h2 id="unlock">{t('step.unlockTitle')}</h2>
        <p>{t('step.unlockLead')}</p>
        <LinkButton icon="unlock" href={url(unlockPath(id))}>
          {t('step.unlock')}
        </LinkButton>
      </section>
    );
  }
  return undefined;
}
