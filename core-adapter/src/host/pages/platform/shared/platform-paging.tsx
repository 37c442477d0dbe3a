// SPDX-License-Identifier: EUPL-1.2
import { Fragment, type VNode } from 'preact';
import type { Translate } from '../../../../api/i18n.js';
import { Icon } from '../../../../ui/index.js';
import type { HostKey } from '../../../infra/locales/index.js';
import type { PagingModel } from './paging.model.js';

interface PlatformPagingProps {
  readonly paging: PagingModel;
  readonly t: Translate<HostKey>;
}

/** The pages of a list, by number. A list of one page has nothing to choose. */
export function PlatformPaging({ paging, t }: PlatformPagingProps): VNode | null {
  const { shown, links, previousUrl, nextUrl } = paging;
  if (links.length < 2) return null;
  return (
    <nav class="v-paging" aria-label={t('platform.pages')}>
      <span class="v-soft v-small">{shown}</span>
      <ul class="v-list">
        <Step url={previousUrl} icon="chevron-left" label={t('platform.previous')} />
        {links.map(({ number, url, current, gap }) => (
          <Fragment key={number}>
            {gap && <li aria-hidden="true">…</li>}
            <li>
              <a href={url} aria-current={current ? 'page' : undefined} aria-label={t('platform.page', { number })}>
                {number}
              </a>
            </li>
          </Fragment>
        ))}
        <Step url={nextUrl} icon="chevron-right" label={t('platform.next')} />
      </ul>
    </nav>
  );
}

function Step({
  url,
  icon,
  label,
}: {
  readonly url: string | undefined;
  readonly icon: string;
  readonly label: string;
}) {
  if (url === undefined) return null;
  return (
    <li>
      <a href={url}>
        <Icon name={icon} label={label} />
      </a>
    </li>
  );
}
