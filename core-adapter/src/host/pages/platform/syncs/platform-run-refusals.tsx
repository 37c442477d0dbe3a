// SPDX-License-Identifier: EUPL-1.2
import type { VNode } from 'preact';
import type { Translate } from '../../../../api/i18n.js';
import { Icon } from '../../../../ui/index.js';
import type { HostKey } from '../../../infra/locales/index.js';
import type { RefusalModel } from './platform-syncs.model.js';

interface PlatformRunRefusalsProps {
  readonly refusals: readonly RefusalModel[];
  readonly more?: string | undefined;
  readonly t: Translate<HostKey>;
}

/** The guard's reasons, their meaning for a school, and the places to check. */
export function PlatformRunRefusals({ refusals, more, t }: PlatformRunRefusalsProps): VNode {
  return (
    <section class="v-card v-held" aria-labelledby="why">
      <div class="v-held-head">
        <Icon name="shield-fill-exclamation" />
        <h3 id="why">{t('platform.why')}</h3>
      </div>
      {refusals.map((refusal) => (
        <Refusal key={refusal.code} refusal={refusal} t={t} />
      ))}
      {more !== undefined && <p class="v-soft">{more}</p>}
    </section>
  );
}

function Refusal({ refusal, t }: { readonly refusal: RefusalModel; readonly t: Translate<HostKey> }): VNode {
  const { sentences, means, check } = refusal;
  return (
    <div class="v-refusal">
      <ul class="v-list">
        {sentences.map(({ text, share }) => (
          <li key={text}>
            <strong>{text}</strong>
            {share && <Share {...share} />}
          </li>
        ))}
      </ul>
      <dl>
        <dt>
          <Icon name="info-circle-fill" />
          {t('plan.meansTitle')}
        </dt>
        <dd>{means}</dd>
        <dt>
          <Icon name="search" />
          {t('plan.checkTitle')}
        </dt>
        <dd>{check}</dd>
      </dl>
    </div>
  );
}

const WIDTH = 340;

/** A bar of the people who remain, out of all that were there; the sentence above gives the figures. */
function Share({ before, after }: { readonly before: number; readonly after: number }): VNode {
  const width = Math.max(3, Math.round((WIDTH * after) / before));
  return (
    <svg class="v-wall v-wall-known" viewBox={`0 0 ${WIDTH} 18`} aria-hidden="true">
      <rect class="v-wall-off" x="0.5" y="0.5" width={WIDTH - 1} height="17" rx="4" />
      <rect class="v-wall-bad" x="0" y="0" width={width} height="18" rx="3" />
    </svg>
  );
}
