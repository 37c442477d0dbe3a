// SPDX-License-Identifier: EUPL-1.2
import type { VNode } from 'preact';
import type { Translate } from '../../../../api/i18n.js';
import { Card, LinkButton, Note, Section, TextField } from '../../../../ui/index.js';
import type { HostKey } from '../../../infra/locales/index.js';
import { PlatformFilters } from '../shared/platform-filters.js';
import { PlatformFrame } from '../shared/platform-frame.js';
import type { DoubleLine, HomonymLine, PlatformHomonymsModel } from './platform-homonyms.model.js';
import { ASK_URL, PLATFORM_URLS } from '../../../http/platform-urls.js';
import { PlatformPaging } from '../shared/platform-paging.js';

interface PlatformHomonymsProps {
  readonly model: PlatformHomonymsModel;
  readonly t: Translate<HostKey>;
}

/** Pairs of people that two directories may both name: one line each. */
export function PlatformHomonymsView({
  model: { text, found, lines, parcels, paging },
  t,
}: PlatformHomonymsProps): VNode {
  const narrowed = text !== '';
  return (
    <PlatformFrame section="homonyms" title={found} lead={t('platform.homonymsLead')} t={t}>
      <p>
        <LinkButton icon="people-fill" href={ASK_URL}>
          {t('platform.ask')}
        </LinkButton>
      </p>
      {(narrowed || lines.length > 0) && (
        <PlatformFilters action={PLATFORM_URLS.homonyms} label={t('platform.homonymFilters')} narrowed={narrowed} t={t}>
          <TextField name="q" label={t('platform.homonymName')} value={text} maxLength={190} />
        </PlatformFilters>
      )}
      {lines.length > 0 && (
        <HomonymTable lines={lines} columns={['platform.column.homonym', 'platform.column.perhaps']} t={t} />
      )}
      {lines.length + parcels.length === 0 && (
        <Note kind={narrowed ? 'info' : 'good'}>
          <p>{t(narrowed ? 'platform.noHomonym' : 'platform.noHomonymYet')}</p>
        </Note>
      )}
      <PlatformPaging paging={paging} t={t} />
      {parcels.length > 0 && (
        <Section title={t('platform.parcels')}>
          <p class="v-soft">{t('platform.parcelsLead')}</p>
          <HomonymTable
            lines={parcels}
            columns={['platform.column.parcelPupil', 'platform.column.parcelCandidate']}
            t={t}
          />
        </Section>
      )}
    </PlatformFrame>
  );
}

interface HomonymTableProps {
  readonly lines: readonly HomonymLine[];
  readonly columns: readonly [HostKey, HostKey];
  readonly t: Translate<HostKey>;
}

function HomonymTable({ lines, columns: [first, second], t }: HomonymTableProps): VNode {
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
