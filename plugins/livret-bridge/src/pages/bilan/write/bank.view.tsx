// SPDX-License-Identifier: EUPL-1.2
import { Icon, LinkButton } from '@volee/core-adapter/ui';
import type { VNode } from 'preact';
import type { LivretTexts } from '../../../brick-types.js';
import type { BankModel } from './write.model.js';

interface BankViewProps {
  readonly bank: BankModel;
  readonly t: LivretTexts;
}

/** The id of the panel, which a phone opens as a sheet by this address. */
export const BANK = 'phrases';

/** Phrases beside a text, one press each, and the text of the last bilan. A phone shows them as a sheet; closing it leads to the field. */
export function BankView({ bank, t }: BankViewProps): VNode | null {
  const { fieldId, phrases, phrasesUrl, before } = bank;
  if (fieldId === undefined) return null;
  return (
    <aside class="livret-bridge-bank" id={BANK} aria-labelledby="bank" tabIndex={-1} data-bank={fieldId}>
      <div class="livret-bridge-bank-head">
        <h2 class="h3" id="bank">
          {t('bilan.bank')}
        </h2>
        <a class="btn btn-quiet" href={`#${fieldId}`}>
          {t('bilan.closeBank')}
        </a>
      </div>
      {/* The script of the page shows the search, and answers it. */}
      <input
        class="form-control"
        type="search"
        aria-label={t('bilan.findPhrase')}
        placeholder={t('bilan.findPhrase')}
        data-find
        hidden
      />
      <ul class="v-list livret-bridge-phrases">
        {phrases.map((phrase) => (
          <li key={phrase}>
            <button class="livret-bridge-phrase" name="phrase" value={phrase}>
              <Icon name="plus-lg" />
              <span>{phrase}</span>
            </button>
          </li>
        ))}
      </ul>
      <p class="v-soft v-small" data-found-none hidden>
        {t('bilan.noPhrase')}
      </p>
      <a class="v-link" href={phrasesUrl}>
        {t('bilan.changePhrases')}
      </a>
      {before && (
        <details>
          <summary>
            <h2 class="h3">{t('bilan.before')}</h2>
          </summary>
          <p class="v-small livret-bridge-quote">{before.quote}</p>
          {before.by !== '' && <p class="v-soft v-small">{before.by}</p>}
          <LinkButton kind="quiet" href={before.url} iconEnd="arrow-right">
            {t('bilan.readBefore')}
          </LinkButton>
        </details>
      )}
    </aside>
  );
}
