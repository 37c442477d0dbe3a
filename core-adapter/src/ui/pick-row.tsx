// SPDX-License-Identifier: EUPL-1.2
import type { ComponentChildren, VNode } from 'preact';
import { Icon } from './icon.js';

/** @stable */
export interface PickRowProps {
  readonly href: string;
  /** Whether its detail is shown beside the list. */
  readonly current: boolean;
  readonly sign?: ComponentChildren;
  readonly title: string;
  /** A `Tag`, at the end of the line. */
  readonly tag?: ComponentChildren;
  readonly detail?: string | undefined;
}

/** A row of a list that is one large link to its detail. Used in `Rows`, mostly in a `Split`. @stable */
export function PickRow({ href, current, sign, title, tag, detail }: PickRowProps): VNode {
  // A title alone stands in the middle of its sign.
  const look = detail === undefined ? 'v-pick align-items-center' : 'v-pick';
  return (
    <li>
      <a class={look} href={href} aria-current={current ? 'true' : undefined}>
        {sign}
        <span class="v-row-text">
          <span class="v-pick-head">
            <strong>{title}</strong>
            {tag}
          </span>
          {detail !== undefined && <span class="v-soft v-small">{detail}</span>}
        </span>
        <span class="v-pick-go">
          <Icon name="chevron-right" />
        </span>
      </a>
    </li>
  );
}
