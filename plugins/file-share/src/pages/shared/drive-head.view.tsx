// SPDX-License-Identifier: EUPL-1.2
import { Button, Tabs, type Tab } from '@volee/core-adapter/ui';
import type { VNode } from 'preact';
import type { FileShareTexts } from '../../brick-types.js';

interface DriveHeadProps {
  /** The result of `presentTabs`; none on the page of a search. */
  readonly tabs?: readonly Tab[];
  readonly searchUrl: string;
  readonly search?: string;
  /** The heading of a page that is about one thing; by default the name of the brick. */
  readonly title?: string | undefined;
  readonly t: FileShareTexts;
}

/** The top of a page: the title of the brick, the search and the tabs. */
export function DriveHead({ tabs, searchUrl, search, title, t }: DriveHeadProps): VNode {
  return (
    <>
      <div class="v-pagehead">
        <div>
          <h1>{title ?? t('title')}</h1>
        </div>
        <form class="file-share-find" role="search" action={searchUrl}>
          <label class="visually-hidden" for="file-share-q">
            {t('search.field')}
          </label>
          <input
            class="form-control"
            type="search"
            id="file-share-q"
            name="q"
            value={search}
            placeholder={t('search.everywhere')}
          />
          <Button icon="search" label={t('search.button')} />
        </form>
      </div>
      {tabs && <Tabs label={t('spaces')} tabs={tabs} />}
    </>
  );
}
