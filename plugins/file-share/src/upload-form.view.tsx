// SPDX-License-Identifier: EUPL-1.2
import { Button, FileField } from '@volee/core-adapter/ui';
import type { VNode } from 'preact';
import type { FileShareTexts } from './brick-types.js';
import type { UploadModel } from './space.presenter.js';

interface UploadFormProps {
  readonly upload: UploadModel;
  readonly t: FileShareTexts;
}

/** A plain form. `assets/upload.js` puts the field away, and its button then opens the chooser. */
export function UploadForm({ upload, t }: UploadFormProps): VNode {
  const { url, maxBytes, maxSize } = upload;
  return (
    <form method="post" action={url} enctype="multipart/form-data" data-upload-form data-max-bytes={maxBytes}>
      <div class="mb-3" data-upload-field>
        <FileField name="files" label={t('deposit.field')} hint={t('deposit.limit', { size: maxSize })} multiple />
      </div>
      <Button kind="primary" icon="upload">
        {t('deposit.button')}
      </Button>
    </form>
  );
}
