// SPDX-License-Identifier: EUPL-1.2
import type { ComponentChildren, VNode } from 'preact';
import type { Translate } from '../../../../api/i18n.js';
import { Button, LinkButton } from '../../../../ui/index.js';
import type { HostKey } from '../../../infra/locales/index.js';

interface PlatformFiltersProps {
  /** The address of the page that it narrows. */
  readonly action: string;
  readonly label: string;
  /** Whether a filter is set: the fields are then open, with a link that clears them. */
  readonly narrowed: boolean;
  readonly t: Translate<HostKey>;
  /** The fields. */
  readonly children: ComponentChildren;
}

/** The filters of a page: folded on a phone, where they would hide the list; always open on a wide screen. */
export function PlatformFilters({ action, label, narrowed, t, children }: PlatformFiltersProps): VNode {
  return (
    <details class="v-fold v-filter" open={narrowed}>
      <summary>{t('platform.filter')}</summary>
      <form class="v-filters" method="get" action={action} role="search" aria-label={label}>
        {children}
        <div class="v-actions">
          <Button icon="search">{t('platform.search')}</Button>
          {narrowed && (
            <LinkButton kind="quiet" href={action}>
              {t('platform.clear')}
            </LinkButton>
          )}
        </div>
      </form>
    </details>
  );
}
