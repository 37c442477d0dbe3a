// SPDX-License-Identifier: EUPL-1.2
import { Button, Card, LinkButton, PageHead, TextField } from '@volee/core-adapter/ui';
import type { VNode } from 'preact';
import type { FileShareTexts } from '../../brick-types.js';

interface NewFolderViewProps {
  readonly form: {
    readonly url: string;
    readonly backUrl: string;
    readonly typed: string;
    readonly error: string;
  };
  readonly t: FileShareTexts;
}

/** The form of a new folder once more, after it was refused. */
export function NewFolderView({ form: { url, backUrl, typed, error }, t }: NewFolderViewProps): VNode {
  return (
    <>
      <PageHead title={t('folder.make')} />
      <Card>
        <form method="post" action={url}>
          <TextField name="name" label={t('folder.name')} value={typed} error={error} required maxLength={200} />
          <div class="v-actions">
            <Button kind="primary">{t('folder.make')}</Button>
            <LinkButton icon="arrow-left" href={backUrl}>
              {t('picked.back')}
            </LinkButton>
          </div>
        </form>
      </Card>
    </>
  );
}
