// SPDX-License-Identifier: EUPL-1.2
import { Icon } from '@volee/core-adapter/ui';
import type { VNode } from 'preact';
import { TextView } from './text.view.js';
import type { WriteViewProps } from './write-view-props.js';

/** The general appreciation, with the phrases of the teacher: one press adds a phrase to the text. */
export function GeneralView({ model: { general, phrases, phrasesUrl }, t, number }: WriteViewProps): VNode {
  return (
    <section class="v-card" aria-labelledby="general">
      <h2 id="general">{t('bilan.general')}</h2>
      <TextView text={general} limit={number(general.limit)} t={t} />
      <details class="livret-bridge-fold" open data-bank>
        <summary>{t('bilan.bank')}</summary>
        <ul class="v-list livret-bridge-phrases">
          {phrases.map((phrase) => (
            <li key={phrase}>
              <button class="btn btn-secondary" name="phrase" value={phrase}>
                <Icon name="plus-lg" />
                <span>{phrase}</span>
              </button>
            </li>
          ))}
        </ul>
        <a class="btn btn-quiet livret-bridge-flush" href={phrasesUrl}>
          {t('bilan.changePhrases')}
        </a>
      </details>
    </section>
  );
}
