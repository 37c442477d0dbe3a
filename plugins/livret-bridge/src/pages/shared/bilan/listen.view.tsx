// SPDX-License-Identifier: EUPL-1.2
import { ListenButton } from '@volee/core-adapter/ui';
import type { VNode } from 'preact';
import type { LivretTexts } from '../../../brick-types.js';

/** Reads a text out to pupils and families. @param of the id of the element with the text */
export function Listen({ of, t }: { readonly of: string; readonly t: LivretTexts }): VNode {
  return (
    <p class="mt-3">
      <ListenButton of={of} label={t('read.listen')} stopLabel={t('read.stopListening')} />
    </p>
  );
}
