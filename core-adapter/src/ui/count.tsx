// SPDX-License-Identifier: EUPL-1.2
import type { VNode } from 'preact';

/** A number of new things, and their kind: `{ value: 3, label: 'nouveaux fichiers' }`. @stable */
export interface Count {
  readonly value: number;
  /** Read by screen readers after the number. */
  readonly label: string;
}

/** The number at the corner of a badge. */
export function CountBadge({ value, label }: Count): VNode {
  return (
    <span class="v-count">
      {value}
      <span class="visually-hidden"> {label}</span>
    </span>
  );
}
