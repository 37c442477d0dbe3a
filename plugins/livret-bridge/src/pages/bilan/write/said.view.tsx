// SPDX-License-Identifier: EUPL-1.2
import type { VNode } from 'preact';

/** The content of a fold, beside its name: « : 3 éléments ». The script of the page takes it away once the fold has changed. */
export function Said({ words }: { readonly words: string }): VNode {
  return (
    <span class="v-aside" data-said>
      {'\u00a0: '}
      {words}
    </span>
  );
}
