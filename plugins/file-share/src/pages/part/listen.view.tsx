// SPDX-License-Identifier: EUPL-1.2
import { ListenButton } from '@volee/core-adapter/ui';
import type { VNode } from 'preact';
import type { FileShareTexts } from '../../brick-types.js';

/** Reads a text out to pupils and families. @param of the id of the element with the text */
export function Listen({ of, t }: { readonly of: string; readonly t: FileShareTexts }): VNode {
  return (
    <p class="file-share-listen">
      <ListenButton of={of} label={t('part.listen')} stopLabel={t('part.stopListening')} />
    </p>
  );
}
