// SPDX-License-Identifier: EUPL-1.2
import type { VNode } from 'preact';
import type { Translate } from '../../../../api/i18n.js';
import { Tag } from '../../../../ui/index.js';
import type { HostKey } from '../../../infra/locales/index.js';
import type { PlatformHomonymModel } from './platform-homonyms.model.js';

interface ComparedFactsProps extends Pick<PlatformHomonymModel, 'columns' | 'facts'> {
  readonly t: Translate<HostKey>;
}

/** Two records side by side, fact by fact. */
export function ComparedFacts({ columns, facts, t }: ComparedFactsProps): VNode {
  return (
    <table class="table v-stack v-compared">
      <caption class="visually-hidden">{t('platform.homonymFacts')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('platform.homonymFact')}</th>
          {columns.map((label) => (
            <th key={label} scope="col">
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {facts.map(({ label, values, differs }) => (
          <tr key={label}>
            <th scope="row">
              <span class="v-titled">
                {label}
                {differs && (
                  <Tag kind="warn" icon="asterisk">
                    {t('platform.fact.differs')}
                  </Tag>
                )}
              </span>
            </th>
            {values.map((lines, index) => (
              <td key={columns[index]} data-label={columns[index]}>
                <ul class="v-list">
                  {lines.map((line) => (
                    <li key={line}>{line}</li>
                  ))}
                </ul>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
