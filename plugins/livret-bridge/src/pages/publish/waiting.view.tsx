// SPDX-License-Identifier: EUPL-1.2
import { Aside } from '@volee/core-adapter/ui';
import type { VNode } from 'preact';
import type { LivretTexts } from '../../brick-types.js';

interface WaitingProps {
  /** The bilans of each class that do not leave yet. */
  readonly waiting: readonly string[];
  readonly t: LivretTexts;
}

/** The bilans that are not part of a publication, and what becomes of them. */
export function Waiting({ waiting, t }: WaitingProps): VNode {
  return (
    <Aside title={t('publish.notThese')}>
      <ul class="v-list">
        {waiting.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <p>{t('publish.notTheseLater')}</p>
    </Aside>
  );
}
