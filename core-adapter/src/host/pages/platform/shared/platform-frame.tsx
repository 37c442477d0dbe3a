// SPDX-License-Identifier: EUPL-1.2
import type { ComponentChildren, VNode } from 'preact';
import type { Translate } from '../../../../api/i18n.js';
import { PageHead, Tabs } from '../../../../ui/index.js';
import type { HostKey } from '../../../infra/locales/index.js';
import { PLATFORM_URLS, type PlatformSection } from '../../../http/platform-urls.js';

const SECTIONS = Object.keys(PLATFORM_URLS) as readonly PlatformSection[];

interface PlatformFrameProps {
  readonly section: PlatformSection;
  /** The title of the part; the page as a whole is named after the platform. */
  readonly title: string;
  readonly lead?: string | undefined;
  readonly t: Translate<HostKey>;
  readonly children: ComponentChildren;
}

/** The platform's name, its parts as tabs, and one of them. */
export function PlatformFrame({ section, title, lead, t, children }: PlatformFrameProps): VNode {
  const tabs = SECTIONS.map((one) => ({
    label: t(`platform.${one}`),
    url: PLATFORM_URLS[one],
    current: one === section,
  }));
  return (
    <>
      <PageHead title={t('platform.title')} />
      <Tabs label={t('platform.sections')} tabs={tabs} />
      <div class="v-part-head">
        <h2>{title}</h2>
        {lead !== undefined && <p class="v-soft">{lead}</p>}
      </div>
      {children}
    </>
  );
}
