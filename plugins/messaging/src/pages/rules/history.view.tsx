// SPDX-License-Identifier: EUPL-1.2
import type { VNode } from 'preact';
import type { MessagingTexts } from '../../brick-types.js';
import type { HistoryLine } from './rules.model.js';

interface HistoryFoldProps {
  readonly history: readonly HistoryLine[];
  readonly t: MessagingTexts;
}

/** A change, its date and its author. */
export function HistoryFold({ history, t }: HistoryFoldProps): VNode {
  return (
    <details class="v-card v-rules-fold" id="history">
      <summary>{t('rules.history')}</summary>
      {history.length === 0 ? (
        <p class="v-soft">{t('rules.historyNone')}</p>
      ) : (
        <ol class="v-list v-rules-history">
          {history.map(({ key, when, changes }) => (
            <li key={key}>
              <p class="v-soft v-small">{when}</p>
              {changes.map((change) => (
                <p key={change}>{change}</p>
              ))}
            </li>
          ))}
        </ol>
      )}
    </details>
  );
}
