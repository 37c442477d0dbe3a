// SPDX-License-Identifier: EUPL-1.2
import type { VNode } from 'preact';
import type { LineModel } from './bilan.model.js';

/** Lines with their positions: the bricks, the name of the line, and the position in words. */
export function Said({ lines }: { readonly lines: readonly LineModel[] }): VNode {
  return (
    <ul class="livret-bridge-said">
      {lines.map(({ code, label, value, words }) => (
        <li key={code}>
          <span data-v={value} aria-hidden="true">
            {value}
          </span>
          <strong>{label}</strong>
          <span>{words}</span>
        </li>
      ))}
    </ul>
  );
}
