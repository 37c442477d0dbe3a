// SPDX-License-Identifier: EUPL-1.2
import type { ComponentChildren, VNode } from 'preact';

/** @stable */
export interface RowProps {
  /** A `BrickBadge` or an `Avatar`. */
  readonly sign?: ComponentChildren;
  readonly title: ComponentChildren;
  readonly detail?: ComponentChildren;
  /** One button or link. */
  readonly action?: ComponentChildren;
}

/** A row of a list: its title, its details and one action. Used in `Rows`. @stable */
export function Row({ sign, title, detail, action }: RowProps): VNode {
  return (
    <li class={sign === undefined ? 'v-row v-row-plain' : 'v-row'}>
      {sign}
      <div class="v-row-text">
        <p class="v-row-title">{title}</p>
        {detail !== undefined && <p class="v-soft">{detail}</p>}
      </div>
      {action}
    </li>
  );
}

/** A card that holds `Row` or `PickRow` elements. @stable */
export function Rows({ children }: { readonly children: ComponentChildren }): VNode {
  return <ul class="v-list v-rows v-card v-card-flush">{children}</ul>;
}
