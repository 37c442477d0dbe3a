// SPDX-License-Identifier: EUPL-1.2
import type { VNode } from 'preact';
import type { Translate } from '../../../api/i18n.js';
import { Tabs } from '../../../ui/index.js';
import type { HostKey } from '../../infra/locales/index.js';

/** The pages of the school's console. */
export type SchoolPage = 'bricks' | 'replacements';

interface SchoolTabsProps {
  readonly uai: string;
  readonly current: SchoolPage;
  readonly t: Translate<HostKey>;
}

export function SchoolTabs({ uai, current, t }: SchoolTabsProps): VNode {
  const tab = (page: SchoolPage, label: string) => ({
    label,
    url: `/admin/s/${uai}/${page}`,
    current: page === current,
  });
  return (
    <Tabs
      label={t('standIns.pages')}
      tabs={[tab('bricks', t('standIns.bricks')), tab('replacements', t('standIns.title'))]}
    />
  );
}
