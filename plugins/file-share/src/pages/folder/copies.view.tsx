// SPDX-License-Identifier: EUPL-1.2
import { Button, Note } from '@volee/core-adapter/ui';
import type { VNode } from 'preact';
import type { FileShareTexts } from '../../brick-types.js';
import type { CopyNote } from './copies.presenter.js';

/** The large copies of the user. Stands on the page also when it is empty: a copy that begins in another tab then appears here. */
export function Copies({ copies, t }: { readonly copies: readonly CopyNote[]; readonly t: FileShareTexts }): VNode {
  return (
    <section
      class="file-share-copies"
      data-live="copies"
      id="file-share-copies"
      aria-label={copies.length > 0 ? t('copies.title') : undefined}
    >
      {copies.map(({ id, kind, text, progress, readUrl }) => (
        <Note key={id} kind={kind} role="status">
          <p>{text}</p>
          {progress && <progress value={progress.value} max={progress.max} aria-label={t('copies.progress')} />}
          {readUrl !== undefined && (
            <form method="post" action={readUrl}>
              <Button kind="quiet">{t('copies.read')}</Button>
            </form>
          )}
        </Note>
      ))}
    </section>
  );
}
