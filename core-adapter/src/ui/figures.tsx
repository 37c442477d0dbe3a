// SPDX-License-Identifier: EUPL-1.2
import type { VNode } from 'preact';

export interface Figure {
  readonly value: string | number;
  readonly label: string;
}

/** Numbers first, what they count below. */
export function Figures({ figures }: { readonly figures: readonly Figure[] }): VNode {
  return (
    <dl class="v-figures">
      {figures.map(({ value, label }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
