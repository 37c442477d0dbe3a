// SPDX-License-Identifier: EUPL-1.2
import { Button, FileField } from '@volee/core-adapter/ui';
import type { VNode } from 'preact';
import type { FileShareTexts } from '../../brick-types.js';
import type { UploadModel } from './folder.model.js';

interface UploadHintProps {
  readonly upload: UploadModel;
  readonly t: FileShareTexts;
}

interface UploadFormProps extends UploadHintProps {
  /** Says nothing of sizes, until a file is too large: for pupils. */
  readonly isPlain?: boolean;
}

/** Shown once `assets/upload.js` has hidden the field together with the field's own hint. */
export function UploadHint({ upload, t }: UploadHintProps): VNode {
  return (
    <p class="v-small" data-upload-hint hidden>
      {t('deposit.limit', { size: upload.maxSize })}
      {/* Phones have no drag and drop. */}
      <span class="d-none d-md-inline"> · {t('upload.drop')}</span>
    </p>
  );
}

/** A plain form. `assets/upload.js` hides the field, and the button then opens the file chooser. */
export function UploadForm({ upload, isPlain = false, t }: UploadFormProps): VNode {
  const { url, uploadsUrl, attemptUrl, foldUrl, maxBytes, maxSize } = upload;
  const forScript = {
    'data-uploads': uploadsUrl,
    'data-attempt': attemptUrl,
    'data-fold': foldUrl,
    'data-max-bytes': maxBytes,
  };
  return (
    <form method="post" action={url} enctype="multipart/form-data" data-upload-form {...forScript}>
      <div class="mb-3" data-upload-field>
        <FileField
          name="files"
          label={t('deposit.field')}
          hint={isPlain ? undefined : t('deposit.limit', { size: maxSize })}
          multiple
        />
      </div>
      <Button kind="primary" icon="upload">
        {t('deposit.button')}
      </Button>
    </form>
  );
}
