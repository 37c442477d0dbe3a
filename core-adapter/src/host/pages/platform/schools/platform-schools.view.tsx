// SPDX-License-Identifier: EUPL-1.2
import type { VNode } from 'preact';
import type { Translate } from '../../../../api/i18n.js';
import { PROFILES } from '../../../../api/people.js';
import { BrickBadge, Card, Note, SelectField, TextField } from '../../../../ui/index.js';
import type { HostKey } from '../../../infra/locales/index.js';
import { PlatformFilters } from '../shared/platform-filters.js';
import { PlatformFrame } from '../shared/platform-frame.js';
import { PLATFORM_URLS } from '../../../http/platform-urls.js';
import { PlatformPaging } from '../shared/platform-paging.js';
import type { NamedBrick, PlatformSchool, PlatformSchoolsModel } from './platform-schools.model.js';

interface PlatformSchoolsProps {
  readonly model: PlatformSchoolsModel;
  readonly t: Translate<HostKey>;
}

export function PlatformSchoolsView({ model, t }: PlatformSchoolsProps): VNode {
  const { schools, found, paging } = model;
  return (
    <PlatformFrame section="schools" title={found} lead={t('platform.schoolsLead')} t={t}>
      <SchoolSearchForm model={model} t={t} />
      {schools.length === 0 ? <NoSchool narrowed={model.narrowed} t={t} /> : <SchoolTable schools={schools} t={t} />}
      <PlatformPaging paging={paging} t={t} />
    </PlatformFrame>
  );
}

function SchoolSearchForm({ model, t }: PlatformSchoolsProps): VNode {
  const { text, brick, brickChoices, narrowed } = model;
  return (
    <PlatformFilters action={PLATFORM_URLS.schools} label={t('platform.schoolFilters')} narrowed={narrowed} t={t}>
      <TextField name="q" label={t('platform.schoolName')} value={text} maxLength={100} />
      <SelectField name="brick" label={t('platform.brickState')} choices={brickChoices} value={brick} />
    </PlatformFilters>
  );
}

function NoSchool({ narrowed, t }: { readonly narrowed: boolean; readonly t: Translate<HostKey> }): VNode {
  return (
    <Note>
      <p>
        <strong>{t(narrowed ? 'platform.noSchool' : 'platform.noSchoolYet')}</strong>
      </p>
      <p>{t(narrowed ? 'platform.noSchoolText' : 'platform.noSchoolYetText')}</p>
    </Note>
  );
}

interface SchoolTableProps {
  readonly schools: readonly PlatformSchool[];
  readonly t: Translate<HostKey>;
}

function SchoolTable({ schools, t }: SchoolTableProps): VNode {
  const figures = [...PROFILES.map((profile) => t(`platform.column.${profile}`)), t('platform.column.groups')];
  return (
    <Card flush>
      <table class="table v-stack">
        <thead>
          <tr>
            <th scope="col">{t('platform.column.school')}</th>
            {figures.map((label) => (
              <th key={label} scope="col" class="v-number">
                {label}
              </th>
            ))}
            <th scope="col">{t('platform.column.bricks')}</th>
          </tr>
        </thead>
        <tbody>
          {schools.map((school) => (
            <SchoolRow key={school.uai} school={school} labels={figures} t={t} />
          ))}
        </tbody>
      </table>
    </Card>
  );
}

interface SchoolRowProps {
  readonly school: PlatformSchool;
  readonly labels: readonly string[];
  readonly t: Translate<HostKey>;
}

function SchoolRow({ school, labels, t }: SchoolRowProps): VNode {
  const { uai, name, kind, url, persons, groups, bricks } = school;
  const figures = [...PROFILES.map((profile) => persons[profile]), groups];
  return (
    <tr>
      <th scope="row">
        <a class="v-name" href={url}>
          {name}
        </a>
        <span class="v-soft v-small">{`${uai}, ${kind}`}</span>
      </th>
      {figures.map((figure, index) => (
        <td key={labels[index]} class={figure === '0' ? 'v-number v-none' : 'v-number'} data-label={labels[index]}>
          {figure}
        </td>
      ))}
      <td data-label={t('platform.column.bricks')}>
        {bricks.length === 0 ? <span class="v-soft">{t('platform.noBrickOn')}</span> : <BrickNames bricks={bricks} />}
      </td>
    </tr>
  );
}

function BrickNames({ bricks }: { readonly bricks: readonly NamedBrick[] }): VNode {
  return (
    <ul class="v-list v-named-bricks">
      {bricks.map(({ id, title, icon, colour }) => (
        <li key={id}>
          <BrickBadge colour={colour} icon={icon} size="small" soft />
          {title}
        </li>
      ))}
    </ul>
  );
}
