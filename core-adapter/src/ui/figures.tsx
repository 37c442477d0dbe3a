// SPDX-License-Identifier: EUPL-1.2
import type { VNode } from 'preact';

/** @stable */
export interface Figure {
  readonly value: string | number;
  readonly label: string;
  /** The difference from now, in words: « 26 de plus ». */
  readonly change?: string | undefined;
}

/** Large numbers, each with its label below. @stable */
export function Figures({ figures }: { readonly figures: readonly Figure[] }): VNode {
  return (
    <dl class="v-figures">
      {figures.map(({ value, label, change }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            {value}
            {change !== undefined && (
              <span class="v-plus">
                <span class="visually-hidden">,</span> {change}
              </span>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
