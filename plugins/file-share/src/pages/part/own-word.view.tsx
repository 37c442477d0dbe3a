// SPDX-License-Identifier: EUPL-1.2
import type { VNode } from 'preact';
import type { FileShareTexts } from '../../brick-types.js';

/** The word of the pupil, wherever no field holds it; nothing without one. */
export function OwnWord({ word, t }: { readonly word: string; readonly t: FileShareTexts }): VNode | null {
  if (word === '') return null;
  return (
    <>
      <h3 class="h6">{t('part.yourWord')}</h3>
      <blockquote class="v-well file-share-text">{word}</blockquote>
    </>
  );
}
