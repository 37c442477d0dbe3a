// SPDX-License-Identifier: EUPL-1.2
import type { VNode } from 'preact';
import type { Translate } from '../../../api/i18n.js';
import { BrickBadge } from '../../../ui/index.js';
import type { HostKey } from '../../infra/locales/index.js';

export function BackToTextView({ t }: { readonly t: Translate<HostKey> }): VNode {
  return (
    <div class="v-alone">
      <BrickBadge colour="slate" icon="door-open-fill" size="large" soft />
      <h1>{t('kept.back')}</h1>
      <p class="v-alone-text">{t('kept.backText')}</p>
    </div>
  );
}
