// SPDX-License-Identifier: EUPL-1.2
import type { VNode } from 'preact';

/** How many things are new, and of what: `{ value: 3, label: 'nouveaux fichiers' }`. */
export interface Count {
  readonly value: number;
  /** Read out after the figure. */
  readonly label: string;
}

/** The figure at the corner of a plate. */
export function CountBadge({ value, label }: Count): VNode {
  return (
    <span class="v-count">
      {value}
      <span class="visually-hidden"> {label}</span>
    </span>
  );
}
