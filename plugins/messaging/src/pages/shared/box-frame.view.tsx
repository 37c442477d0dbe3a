// SPDX-License-Identifier: EUPL-1.2
import { LinkButton, PageHead, Tabs, Button } from '@volee/core-adapter/ui';
import type { ComponentChildren, VNode } from 'preact';
import type { MessagingTexts } from '../../brick-types.js';
import type { BoxHead } from './box-tabs.js';
import { PauseNotes } from './pause-note.view.js';

interface BoxFrameProps {
  readonly head: BoxHead;
  readonly title: string;
  readonly search?: string | undefined;
  readonly t: MessagingTexts;
  readonly children: ComponentChildren;
}

/** The head and the tabs of every list of messages. */
export function BoxFrame({ head, title, search, t, children }: BoxFrameProps): VNode {
  return (
    <>
      <PageHead
        title={t('title')}
        actions={
          <>
            <SearchForm url={head.searchUrl} value={search} t={t} />
            <LinkButton kind="primary" icon="pencil-fill" href={head.writeUrl}>
              {t('write.open')}
            </LinkButton>
          </>
        }
      />
      <div class="v-mail-tabs" data-live="messages" id="messaging-tabs">
        <Tabs label={t('boxes')} tabs={head.tabs} />
      </div>
      <h2 class="visually-hidden">{title}</h2>
      <PauseNotes pauses={head.pauses} />
      {children}
    </>
  );
}

interface SearchFormProps {
  readonly url: string;
  readonly value?: string | undefined;
  readonly t: MessagingTexts;
}

/** The field that searches in all boxes of the reader. */
function SearchForm({ url, value = '', t }: SearchFormProps): VNode {
  return (
    <form class="messaging-find" role="search" action={url}>
      <label class="visually-hidden" for="messaging-q">
        {t('search.field')}
      </label>
      <input
        class="form-control"
        type="search"
        id="messaging-q"
        name="q"
        value={value}
        placeholder={t('search.button')}
      />
      <Button icon="search" label={t('search.button')} />
    </form>
  );
}
