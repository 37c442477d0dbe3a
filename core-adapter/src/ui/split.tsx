// SPDX-License-Identifier: EUPL-1.2
import type { ComponentChildren, VNode } from 'preact';

/** @stable */
export interface SplitProps {
  readonly list: ComponentChildren;
  readonly detail: ComponentChildren;
  /** Whether the address names a detail. A phone has room for one of the two: the detail if it was opened, otherwise the list. */
  readonly opened: boolean;
}

/** A list and the detail of one of its rows: side by side on wide screens, two separate pages on a phone. @stable */
export function Split({ list, detail, opened }: SplitProps): VNode {
  return (
    <div class={opened ? 'v-split v-split-opened' : 'v-split'}>
      <div class="v-split-list">{list}</div>
      <div class="v-split-detail">{detail}</div>
    </div>
  );
}
