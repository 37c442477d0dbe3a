// SPDX-License-Identifier: EUPL-1.2
import { Button } from '@volee/core-adapter/ui';
import type { VNode } from 'preact';
import type { MessagingTexts } from '../../brick-types.js';

interface SearchFormProps {
  readonly url: string;
  readonly value?: string | undefined;
  readonly t: MessagingTexts;
}

/** The field that searches in all boxes of the reader. */
export function SearchForm({ url, value = '', t }: SearchFormProps): VNode {
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
