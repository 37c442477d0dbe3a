// SPDX-License-Identifier: EUPL-1.2
import type { VNode } from 'preact';
import type { Translate } from '../../../../api/i18n.js';
import { Card } from '../../../../ui/index.js';
import type { HostKey } from '../../../infra/locales/index.js';
import type { DoubleLine, HomonymLine } from './platform-homonyms.model.js';

/** The columns of pairs of classes. */
export const CLASS_COLUMNS = ['platform.column.class', 'platform.column.ownClass'] as const;

interface HomonymTableProps {
  readonly lines: readonly HomonymLine[];
  readonly columns: readonly [HostKey, HostKey];
  readonly t: Translate<HostKey>;
}

/** Pairs that may be one, or are one: a line each. */
export function HomonymTable({ lines, columns: [first, second], t }: HomonymTableProps): VNode {
  return (
    <Card flush>
      <table class="table v-stack">
        <thead>
          <tr>
            <th scope="col">{t(first)}</th>
            <th scope="col">{t(second)}</th>
            <th scope="col">{t('platform.column.because')}</th>
            <th scope="col" class="v-end">
              {t('platform.column.action')}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ id, url, person, other, why }) => (
            <tr key={id}>
              <th scope="row">
                <Double double={person} />
              </th>
              <td data-label={t(second)}>
                <Double double={other} />
              </td>
              <td data-label={t('platform.column.because')}>{why}</td>
              <td class="v-end">
                <a
                  class="btn btn-secondary"
                  href={url}
                  aria-label={t('platform.homonymCompare', { name: person.name, other: other.name })}
                >
                  {t('platform.homonymCompareWord')}
                </a>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}

function Double({ double: { name, detail } }: { readonly double: DoubleLine }): VNode {
  return (
    <div>
      <span class="v-double">{name}</span>
      <span class="v-double v-soft v-small">{detail}</span>
    </div>
  );
}
