// SPDX-License-Identifier: EUPL-1.2
import type { VNode } from 'preact';
import type { Translate } from '../../../../api/i18n.js';
import { SelectField, TextField, Card, Icon } from '../../../../ui/index.js';
import type { HostKey } from '../../../infra/locales/index.js';
import { PlatformFilters } from '../shared/platform-filters.js';
import { PlatformPaging } from '../shared/platform-paging.js';
import type { PlanModel, ChangeModel, PlanLineModel, PlanSchoolModel } from './platform-plan.model.js';
import { type LineKind, LINE_KINDS } from '../../../domain/sync/plan/plan-lines.js';

const ICONS: Readonly<Record<LineKind, string>> = {
  disabled: 'door-closed-fill',
  moved: 'arrow-left-right',
  changed: 'pencil-fill',
  revived: 'arrow-counterclockwise',
  created: 'plus-lg',
};

interface PlatformPlanProps {
  readonly plan: PlanModel;
  readonly t: Translate<HostKey>;
}

/** A plan made to be read: school by school, then person by person. */
export function PlatformPlan({ plan, t }: PlatformPlanProps): VNode {
  const { url, narrowed, found, lines, paging, schools, schoolsFound, schoolPaging } = plan;
  return (
    <>
      {schools.length > 0 && (
        <section class="v-section" id="schools" aria-labelledby="schools-title">
          <h2 id="schools-title">{t('plan.schools')}</h2>
          <p class="v-soft">{schoolsFound}</p>
          <PlatformPlanSchools schools={schools} t={t} />
          <PlatformPaging paging={schoolPaging} t={t} />
        </section>
      )}
      <section class="v-section" id="lines" aria-labelledby="lines-title">
        <h2 id="lines-title">{t('plan.title')}</h2>
        <PlatformFilters action={url} label={t('plan.filters')} narrowed={narrowed} t={t}>
          <Fields plan={plan} t={t} />
        </PlatformFilters>
        {lines.length === 0 ? (
          <p class="v-soft" role="status">
            {t(narrowed ? 'plan.none' : 'plan.noneAtAll')}
          </p>
        ) : (
          <>
            <p class="v-soft">{found}</p>
            <PlatformPlanLines lines={lines} t={t} />
          </>
        )}
        <PlatformPaging paging={paging} t={t} />
      </section>
    </>
  );
}

function Fields({ plan, t }: PlatformPlanProps): VNode {
  const { text, school, kind, kindChoices } = plan;
  return (
    <>
      <TextField name="q" label={t('plan.person')} hint={t('plan.personHint')} value={text} maxLength={190} />
      <TextField name="school" label={t('plan.school')} hint={t('plan.schoolHint')} value={school} maxLength={190} />
      <SelectField name="kind" label={t('plan.kind')} choices={kindChoices} value={kind} />
    </>
  );
}

interface PlatformPlanLinesProps {
  readonly lines: readonly PlanLineModel[];
  readonly t: Translate<HostKey>;
}

/** One line each with the person, the school, the change and its reason; on a phone, one card each. */
function PlatformPlanLines({ lines, t }: PlatformPlanLinesProps): VNode {
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

interface PlatformPlanSchoolsProps {
  readonly schools: readonly PlanSchoolModel[];
  readonly t: Translate<HostKey>;
}

/** The changes in each school, in figures; each school links to its lines. */
function PlatformPlanSchools({ schools, t }: PlatformPlanSchoolsProps): VNode {
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
