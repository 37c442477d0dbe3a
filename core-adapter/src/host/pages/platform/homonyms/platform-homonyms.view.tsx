// SPDX-License-Identifier: EUPL-1.2
import type { VNode } from 'preact';
import type { Translate } from '../../../../api/i18n.js';
import { LinkButton, Note, Section, TextField } from '../../../../ui/index.js';
import type { HostKey } from '../../../infra/locales/index.js';
import { PlatformFilters } from '../shared/platform-filters.js';
import { PlatformFrame } from '../shared/platform-frame.js';
import { CLASSES_URL } from './classes.presenter.js';
import { CLASS_COLUMNS, HomonymTable } from './homonym-table.js';
import type { PlatformHomonymsModel } from './platform-homonyms.model.js';
import { ASK_URL, PLATFORM_URLS } from '../../../http/platform-urls.js';
import { PlatformPaging } from '../shared/platform-paging.js';

interface PlatformHomonymsProps {
  readonly model: PlatformHomonymsModel;
  readonly t: Translate<HostKey>;
}

/** Pairs of people that two directories may both name: one line each. */
export function PlatformHomonymsView({
  model: { text, found, lines, parcels, classes, paging },
  t,
}: PlatformHomonymsProps): VNode {
  const narrowed = text !== '';
  const areOthersOnly = lines.length === 0 && parcels.length + classes.length > 0;
  const lead = areOthersOnly ? undefined : t('platform.homonymsLead');
  return (
    <PlatformFrame section="homonyms" title={found} lead={lead} t={t}>
      <p>
        <LinkButton icon="people-fill" href={ASK_URL}>
          {t('platform.ask')}
        </LinkButton>{' '}
        <LinkButton kind="quiet" icon="people-fill" href={CLASSES_URL}>
          {t('platform.seeClasses')}
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
      {lines.length + parcels.length + classes.length === 0 && (
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
      {classes.length > 0 && (
        <Section title={t('platform.classes')}>
          <p class="v-soft">{t('platform.classesAskedLead')}</p>
          <HomonymTable lines={classes} columns={CLASS_COLUMNS} t={t} />
        </Section>
      )}
    </PlatformFrame>
  );
}
