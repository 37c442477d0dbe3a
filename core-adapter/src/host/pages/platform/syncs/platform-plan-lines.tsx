// SPDX-License-Identifier: EUPL-1.2
import type { VNode } from 'preact';
import type { Translate } from '../../../../api/i18n.js';
import { Card, Icon } from '../../../../ui/index.js';
import type { HostKey } from '../../../infra/locales/index.js';
import type { LineKind } from '../../../domain/sync/plan/plan-lines.js';
import type { ChangeModel, PlanLineModel } from './platform-plan.model.js';

interface PlatformPlanLinesProps {
  readonly lines: readonly PlanLineModel[];
  readonly t: Translate<HostKey>;
}

const ICONS: Readonly<Record<LineKind, string>> = {
  disabled: 'door-closed-fill',
  moved: 'arrow-left-right',
  changed: 'pencil-fill',
  revived: 'arrow-counterclockwise',
  created: 'plus-lg',
};

/** One line each with the person, the school, the change and its reason; on a phone, one card each. */
export function PlatformPlanLines({ lines, t }: PlatformPlanLinesProps): VNode {
  return (
    <Card flush>
      <table class="table v-stack">
        <thead>
          <tr>
            <th scope="col">{t('plan.column.who')}</th>
            <th scope="col">{t('plan.school')}</th>
            <th scope="col">{t('plan.column.change')}</th>
            <th scope="col">{t('plan.column.why')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <PlanLineRow key={line.id} line={line} t={t} />
          ))}
        </tbody>
      </table>
    </Card>
  );
}

function PlanLineRow({ line, t }: { readonly line: PlanLineModel; readonly t: Translate<HostKey> }): VNode {
  const { kind, name, detail, school, what, changes, why } = line;
  return (
    <tr>
      <th scope="row">
        {name}
        <span class="v-soft v-small v-line-detail">{detail}</span>
      </th>
      <td data-label={t('plan.school')}>{school}</td>
      <td data-label={t('plan.column.change')}>
        <div class="v-line-change">
          {what !== undefined && (
            <span class={kind === 'disabled' ? 'v-line-what v-line-disabled' : 'v-line-what'}>
              <Icon name={ICONS[kind]} />
              {what}
            </span>
          )}
          {changes.map((change) => (
            <Change key={`${change.label} ${change.from} ${change.to}`} change={change} />
          ))}
        </div>
      </td>
      <td data-label={t('plan.column.why')}>{why}</td>
    </tr>
  );
}

function Change({ change: { label, from, to } }: { readonly change: ChangeModel }): VNode {
  return (
    <span>
      <span class="v-soft v-small">{label} </span>
      {from !== undefined && <del>{from}</del>} {to !== undefined && <ins>{to}</ins>}
    </span>
  );
}
