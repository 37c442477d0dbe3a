// SPDX-License-Identifier: EUPL-1.2
import { Button, Icon, TextField } from '@volee/core-adapter/ui';
import type { VNode } from 'preact';
import type { FileShareTexts } from '../../brick-types.js';

/** A fold with the form of a new folder. */
export function NewFolderForm({ url, t }: { readonly url: string; readonly t: FileShareTexts }): VNode {
  return (
    <details class="file-share-new">
      <summary class="btn btn-secondary">
        <Icon name="folder-plus" />
        {t('folder.new')}
      </summary>
      <form method="post" action={url}>
        <TextField name="name" label={t('folder.name')} required maxLength={200} />
        <Button kind="primary">{t('folder.make')}</Button>
      </form>
    </details>
  );
}
