// SPDX-License-Identifier: EUPL-1.2
import type { Profile } from '@volee/core-adapter';
import { Button, LinkButton } from '@volee/core-adapter/ui';
import type { VNode } from 'preact';
import type { LivretRequest } from '../../../brick-types.js';
import { isRestorable } from '../../../domain/life/restore.js';
import { tickValue } from '../../../domain/life/ticked.js';
import { restorePath, takeBackPath, unlockPath, VISA_BACK_PATH } from '../../../paths.js';
import type { BilanRow } from '../../../store/bilan.entity.js';
import type { Correction } from '../../../domain/trace/correction.js';

type Reader = Pick<LivretRequest, 't' | 'url' | 'format' | 'schoolYear'>;

interface Held {
  readonly row: BilanRow;
  /** The profiles by which the user reads it. */
  readonly heldAs: readonly Profile[];
  readonly correction: Correction | undefined;
}

/**
 * The step back that the user may take: a teacher takes a signature back before the visa; the head unlocks a published bilan, and restores
 * a publication while nobody has signed the bilan again.
 */
export function staffActions({ row, heldAs, correction }: Held, reader: Reader): VNode | undefined {
  const { id, state, year } = row;
  const { t, url, schoolYear } = reader;
  if (heldAs.includes('head') && correction && isRestorable(row, correction))
    return restoreCard(id, correction, reader);
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
  if (state === 'visa' && heldAs.includes('head')) {
    return (
      <form class="v-card" method="post" action={url(VISA_BACK_PATH)} aria-labelledby="visa-back">
        <h2 id="visa-back">{t('step.visaBackTitle')}</h2>
        <p>{t('step.visaBackLead')}</p>
        <input type="hidden" name="period" value={row.period} />
        <input type="hidden" name="bilan" value={tickValue(row)} />
        <Button icon="arrow-counterclockwise">{t('class.visaBack')}</Button>
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

function restoreCard(id: string, { kept, isWithdrawn }: Correction, { t, url, format }: Reader): VNode {
  const day = typeof kept?.publishedAt === 'string' ? format.day(new Date(kept.publishedAt)) : '';
  return (
    <form class="v-card" method="post" action={url(restorePath(id))} aria-labelledby="restore">
      <h2 id="restore">{t('restore.title')}</h2>
      <p>{t(isWithdrawn ? 'restore.leadWithdrawn' : 'restore.lead', { day })}</p>
      <p class="v-soft">{t('restore.lost')}</p>
      <Button icon="arrow-counterclockwise">{t('restore.button', { day })}</Button>
    </form>
  );
}
