// SPDX-License-Identifier: EUPL-1.2
import { Icon } from '@volee/core-adapter/ui';
import type { VNode } from 'preact';
import type { MessagingTexts } from '../../brick-types.js';
import { ChangeLink } from './change-link.view.js';
import type { RuleCell, RulesModel } from './rules.model.js';

interface RuleTableProps {
  readonly table: RulesModel['table'];
  readonly t: MessagingTexts;
}

/** An accepted or a waiting reach has a colour of its own. */
const LOOKS: Readonly<Record<RuleCell['look'], string | undefined>> = {
  yes: 'v-whom-yes',
  held: 'v-whom-held',
  reply: undefined,
  no: undefined,
};

const ICONS: Readonly<Record<RuleCell['look'], string>> = {
  yes: 'check-lg',
  held: 'hourglass-split',
  reply: 'reply-fill',
  no: 'dash-lg',
};

/** The reach of each profile: a table on a desk, sentences on a phone. */
export function RuleTable({ table: { caption, rows }, t }: RuleTableProps): VNode {
  return (
    <div class="v-card v-card-flush">
      <table class="table v-stack v-whom">
        <caption class="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t('rules.mayWrite')}</th>
            {rows[0]?.cells.map(({ to }) => (
              <th key={to} scope="col">
                {to}
              </th>
            ))}
            <th scope="col">
              <span class="visually-hidden">{t('rules.change')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, label, cells, changeUrl }) => (
            <tr key={id}>
              <th scope="row">{label}</th>
              {cells.map(({ to, text, look }) => (
                <td key={to} class={LOOKS[look]} data-label={to}>
                  <span>
                    <Icon name={ICONS[look]} />
                    {text}
                  </span>
                </td>
              ))}
              <td class="v-whom-change">
                {changeUrl === undefined ? (
                  <span class="v-soft v-small">{t('rules.locked')}</span>
                ) : (
                  <ChangeLink url={changeUrl} what={label} t={t} />
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
