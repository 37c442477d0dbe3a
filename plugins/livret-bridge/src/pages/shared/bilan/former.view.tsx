// SPDX-License-Identifier: EUPL-1.2
import { Note } from '@volee/core-adapter/ui';
import type { VNode } from 'preact';
import type { LivretTexts } from '../../../brick-types.js';

/** The note that the pupil had two records, with links to what was published for the other one. */
export function FormerNote({ urls, t }: { readonly urls: readonly string[]; readonly t: LivretTexts }): VNode | null {
  if (urls.length === 0) return null;
  return (
    <Note icon="intersect">
      <p>{t('former.note')}</p>
      {urls.map((url) => (
        <p key={url}>
          <a class="v-link" href={url}>
            {t('former.read')}
          </a>
        </p>
      ))}
    </Note>
  );
}
