// SPDX-License-Identifier: EUPL-1.2
import type { VNode } from 'preact';
import type { Translate } from '../../../../api/i18n.js';
import { Card } from '../../../../ui/index.js';
import type { HostKey } from '../../../infra/locales/index.js';
import { LINE_KINDS } from '../../../domain/sync/plan/plan-lines.js';
import type { PlanSchoolModel } from './platform-plan.model.js';

interface PlatformPlanSchoolsProps {
  readonly schools: readonly PlanSchoolModel[];
  readonly t: Translate<HostKey>;
}

/** The changes in each school, in figures; each school links to its lines. */
export function PlatformPlanSchools({ schools, t }: PlatformPlanSchoolsProps): VNode {
  return (
    <Card flush>
      <table class="table v-stack">
        <thead>
          <tr>
            <th scope="col">{t('plan.school')}</th>
            {LINE_KINDS.map((kind) => (
              <th key={kind} scope="col" class="v-number">
                {t(`plan.kind.${kind}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {schools.map((school) => (
            <SchoolRow key={school.uai} school={school} t={t} />
          ))}
        </tbody>
      </table>
    </Card>
  );
}

function SchoolRow({ school, t }: { readonly school: PlanSchoolModel; readonly t: Translate<HostKey> }): VNode {
  const { uai, name, url, counts } = school;
  return (
    <tr>
      <th scope="row">
        {uai === '' ? (
          name
        ) : (
          <a class="v-name" href={url}>
            {name}
          </a>
        )}
        <span class="v-soft v-small v-line-detail">{uai}</span>
      </th>
      {LINE_KINDS.map((kind) => (
        <td
          key={kind}
          class={counts[kind] === '0' ? 'v-number v-none' : 'v-number'}
          data-label={t(`plan.kind.${kind}`)}
        >
          {counts[kind]}
        </td>
      ))}
    </tr>
  );
}
