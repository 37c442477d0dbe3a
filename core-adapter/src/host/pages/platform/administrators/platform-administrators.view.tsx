// SPDX-License-Identifier: EUPL-1.2
import type { VNode } from 'preact';
import type { Translate } from '../../../../api/i18n.js';
import { Card, Section, TextField, Button } from '../../../../ui/index.js';
import type { HostKey } from '../../../infra/locales/index.js';
import type { AdministratorLine, PlatformAdministratorsModel, LapsingLine } from './platform-administrators.model.js';
import { PlatformFilters } from '../shared/platform-filters.js';
import { PlatformFrame } from '../shared/platform-frame.js';
import { PlatformGrantForm } from './platform-grant-form.js';
import { PLATFORM_URLS } from '../../../http/platform-urls.js';
import { PlatformPaging } from '../shared/platform-paging.js';

interface PlatformAdministratorsProps {
  readonly model: PlatformAdministratorsModel;
  readonly t: Translate<HostKey>;
}

export function PlatformAdministratorsView({ model, t }: PlatformAdministratorsProps): VNode {
  const { text, grant, keepers, lapsing, heads, paging } = model;
  return (
    <PlatformFrame
      section="administrators"
      title={t('platform.administrators')}
      lead={t('platform.administratorsLead')}
      t={t}
    >
      <div class="v-columns">
        <div class="v-parts">
          <PlatformFilters
            action={PLATFORM_URLS.administrators}
            label={t('platform.administratorFilters')}
            narrowed={text !== ''}
            t={t}
          >
            <TextField name="q" label={t('platform.administratorName')} value={text} maxLength={190} />
          </PlatformFilters>
          <PlatformLapsing lines={lapsing} t={t} />
          <Section title={t('platform.keepers')}>
            <AdministratorTable lines={keepers} none={t('platform.noKeeper')} t={t} />
          </Section>
          <Section title={t('platform.heads')}>
            <AdministratorTable lines={heads} none={t(text === '' ? 'platform.noHeadYet' : 'platform.noHead')} t={t} />
            <PlatformPaging paging={paging} t={t} />
          </Section>
        </div>
        <PlatformGrantForm form={grant} t={t} />
      </div>
    </PlatformFrame>
  );
}

interface AdministratorTableProps {
  readonly lines: readonly AdministratorLine[];
  /** Said when there is no line. */
  readonly none: string;
  readonly t: Translate<HostKey>;
}

function AdministratorTable({ lines, none, t }: AdministratorTableProps): VNode {
  if (lines.length === 0) return <p class="v-soft">{none}</p>;
  const withSchool = lines.some(({ school }) => school !== undefined);
  return (
    <Card flush>
      <table class="table v-stack">
        <thead>
          <tr>
            <th scope="col">{t('platform.column.person')}</th>
            <th scope="col">{t('platform.column.login')}</th>
            {withSchool && <th scope="col">{t('platform.column.school')}</th>}
            <th scope="col" class="v-end">
              {t('platform.column.action')}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <AdministratorRow key={`${line.personId} ${line.school?.uai}`} line={line} t={t} />
          ))}
        </tbody>
      </table>
    </Card>
  );
}

function AdministratorRow({ line, t }: { readonly line: AdministratorLine; readonly t: Translate<HostKey> }): VNode {
  const { name, login, school, yourself, revokeUrl } = line;
  return (
    <tr>
      <th scope="row">
        {name}
        {yourself && <span class="v-soft v-small">{` (${t('platform.yourself')})`}</span>}
      </th>
      <td data-label={t('platform.column.login')}>{login}</td>
      {school && (
        <td data-label={t('platform.column.school')}>
          <a class="v-name" href={school.url}>
            {school.name}
          </a>
        </td>
      )}
      <td class="v-end">
        <a class="btn btn-quiet" href={revokeUrl} aria-label={t('platform.revokeOf', { name })}>
          {t('platform.revoke')}
        </a>
      </td>
    </tr>
  );
}

interface PlatformLapsingProps {
  readonly lines: readonly LapsingLine[];
  readonly t: Translate<HostKey>;
}

/** Heads that no directory names in their school any more, with the day on which the right ends. */
function PlatformLapsing({ lines, t }: PlatformLapsingProps): VNode | null {
  if (lines.length === 0) return null;
  return (
    <Section title={t('platform.lapsing')}>
      <p class="v-soft">{t('platform.lapsingLead')}</p>
      <Card flush>
        <table class="table v-stack">
          <thead>
            <tr>
              <th scope="col">{t('platform.column.person')}</th>
              <th scope="col">{t('platform.column.school')}</th>
              <th scope="col">{t('platform.column.unnamed')}</th>
              <th scope="col">{t('platform.column.ends')}</th>
              <th scope="col" class="v-end">
                {t('platform.column.action')}
              </th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <LapsingRow key={line.revokeUrl} line={line} t={t} />
            ))}
          </tbody>
        </table>
      </Card>
    </Section>
  );
}

function LapsingRow({ line, t }: { readonly line: LapsingLine; readonly t: Translate<HostKey> }): VNode {
  const { personId, name, school, since, ends, revokeUrl } = line;
  return (
    <tr>
      <th scope="row">{name}</th>
      <td data-label={t('platform.column.school')}>{school?.name}</td>
      <td data-label={t('platform.column.unnamed')}>{t('platform.lapsingSince', { day: since })}</td>
      <td data-label={t('platform.column.ends')}>
        {ends === undefined ? t('platform.lapsingStays') : t('platform.lapsingEnds', { day: ends })}
      </td>
      <td class="v-end">
        <form method="post" action={`${PLATFORM_URLS.administrators}/keep`}>
          <input type="hidden" name="person" value={personId} />
          <input type="hidden" name="uai" value={school?.uai ?? ''} />
          <Button kind="quiet" aria-label={t('platform.lapsingKeepOf', { name })}>
            {t('platform.lapsingKeep')}
          </Button>
          <a class="btn btn-quiet" href={revokeUrl} aria-label={t('platform.revokeOf', { name })}>
            {t('platform.revoke')}
          </a>
        </form>
      </td>
    </tr>
  );
}
