// SPDX-License-Identifier: EUPL-1.2
import type { VNode } from 'preact';
import type { Translate } from '../../../../api/i18n.js';
import { SelectField, TextField } from '../../../../ui/index.js';
import type { HostKey } from '../../../infra/locales/index.js';
import { PlatformFilters } from '../shared/platform-filters.js';
import { PlatformPaging } from '../shared/platform-paging.js';
import { PlatformPlanLines } from './platform-plan-lines.js';
import { PlatformPlanSchools } from './platform-plan-schools.js';
import type { PlanModel } from './platform-plan.model.js';

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
