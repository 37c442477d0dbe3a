// SPDX-License-Identifier: EUPL-1.2
import { Icon } from '@volee/core-adapter/ui';
import type { VNode } from 'preact';
import type { MessagingTexts } from '../../brick-types.js';
import { ChangeLink } from './change-link.view.js';
import { RuleFormView } from './rule-form.view.js';
import type { RuleCell, RuleForm, RuleRow } from './rules.model.js';

interface RuleCardsProps {
  readonly rows: readonly RuleRow[];
  /** The form that the address opens. */
  readonly form: RuleForm | undefined;
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

/** A short list for each profile: the people to write to, and how far. Its form opens below it. */
export function RuleCards({ rows, form, t }: RuleCardsProps): VNode {
  return (
    <>
      {rows.map((row, index) => (
        <>
          <RuleCard key={row.id} row={row} t={t} />
          {form && row.line === form.line && rows[index + 1]?.line !== form.line && <RuleFormView form={form} t={t} />}
        </>
      ))}
    </>
  );
}

function RuleCard({ row, t }: { readonly row: RuleRow; readonly t: MessagingTexts }): VNode {
  const { id, label, cells, changeUrl } = row;
  return (
    <section class="v-card" aria-labelledby={`from-${id}`}>
      <div class="v-whom-head">
        <h4 class="h3" id={`from-${id}`}>
          {label}
        </h4>
        {changeUrl === undefined ? (
          <span class="v-soft v-small">{t('rules.locked')}</span>
        ) : (
          <ChangeLink url={changeUrl} what={label} t={t} />
        )}
      </div>
      <dl class="v-whom">
        {cells.map(({ to, text, look }) => (
          <div key={to} class={LOOKS[look]}>
            <dt>{to}</dt>
            <dd>
              <Icon name={ICONS[look]} />
              {text}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
