// SPDX-License-Identifier: EUPL-1.2
import type { VNode } from 'preact';

/** How far families have come with published bilans. */
export interface ReadingsModel {
  readonly sentence: string;
  /** « 6 pas encore lus », which opens the links; undefined once all are read. */
  readonly fold: string | undefined;
  readonly links: readonly { readonly label: string; readonly url: string }[];
}

/** The sentence and, behind a fold, the bilans that no family has read yet. */
export function ReadingsView({ model: { sentence, fold, links } }: { readonly model: ReadingsModel }): VNode {
  return (
    <div class="livret-bridge-readings">
      <p>{sentence}</p>
      {fold !== undefined && (
        <details>
          <summary>{fold}</summary>
          <ul class="v-list">
            {links.map(({ label, url }) => (
              <li key={url}>
                <a href={url}>{label}</a>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
