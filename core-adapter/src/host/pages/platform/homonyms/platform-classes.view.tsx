// SPDX-License-Identifier: EUPL-1.2
import type { VNode } from 'preact';
import type { Translate } from '../../../../api/i18n.js';
import { LinkButton, Note, TextField } from '../../../../ui/index.js';
import { PLATFORM_URLS } from '../../../http/platform-urls.js';
import type { HostKey } from '../../../infra/locales/index.js';
import { PlatformFilters } from '../shared/platform-filters.js';
import { PlatformFrame } from '../shared/platform-frame.js';
import { PlatformPaging } from '../shared/platform-paging.js';
import { CLASSES_URL } from './classes.presenter.js';
import { CLASS_COLUMNS, HomonymTable } from './homonym-table.js';
import type { PlatformClassesModel } from './platform-classes.model.js';

interface PlatformClassesProps {
  readonly model: PlatformClassesModel;
  readonly t: Translate<HostKey>;
}

/** The classes that two sources name and that are one, by school. */
export function PlatformClassesView({ model: { text, found, lines, paging }, t }: PlatformClassesProps): VNode {
  const narrowed = text !== '';
  return (
    <PlatformFrame section="homonyms" title={found} lead={t('platform.classesLead')} t={t}>
      {(narrowed || lines.length > 0) && (
        <PlatformFilters action={CLASSES_URL} label={t('platform.classesFilters')} narrowed={narrowed} t={t}>
          <TextField name="q" label={t('platform.classesName')} value={text} maxLength={190} />
        </PlatformFilters>
      )}
      {lines.length > 0 && <HomonymTable lines={lines} columns={CLASS_COLUMNS} t={t} />}
      {lines.length === 0 && (
        <Note>
          <p>{t(narrowed ? 'platform.classesNotFound' : 'platform.classesNoneYet')}</p>
        </Note>
      )}
      <PlatformPaging paging={paging} t={t} />
      <p>
        <LinkButton kind="quiet" icon="arrow-left" href={PLATFORM_URLS.homonyms}>
          {t('platform.homonymBack')}
        </LinkButton>
      </p>
    </PlatformFrame>
  );
}
