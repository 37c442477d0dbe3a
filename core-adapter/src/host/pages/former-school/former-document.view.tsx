// SPDX-License-Identifier: EUPL-1.2
import type { ComponentChildren, VNode } from 'preact';
import type { Translate } from '../../../api/i18n.js';
import { Crumbs, LinkButton, type CrumbsProps } from '../../../ui/index.js';
import type { HostKey } from '../../infra/locales/index.js';

interface FormerDocumentProps extends Pick<CrumbsProps, 'crumbs'> {
  /** The page of the document that is shown. */
  readonly number: number;
  readonly hasNext: boolean;
  readonly t: Translate<HostKey>;
  readonly children: ComponentChildren;
}

/** A page of a document of a former school, between the way back to the list and the ways to its other pages. */
export function FormerDocumentView({ crumbs, number, hasNext, t, children }: FormerDocumentProps): VNode {
  return (
    <>
      <Crumbs label={t('former.path')} crumbs={crumbs} />
      {children}
      {(number > 1 || hasNext) && (
        <nav class="mt-3" aria-label={t('former.pages')}>
          {number > 1 && (
            <LinkButton kind="quiet" icon="arrow-left" href={`?page=${number - 1}`}>
              {t('former.previousPage')}
            </LinkButton>
          )}
          {hasNext && (
            <LinkButton kind="quiet" iconEnd="arrow-right" href={`?page=${number + 1}`}>
              {t('former.nextPage')}
            </LinkButton>
          )}
        </nav>
      )}
    </>
  );
}
