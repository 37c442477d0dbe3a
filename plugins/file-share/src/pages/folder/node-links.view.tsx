// SPDX-License-Identifier: EUPL-1.2
import type { ComponentChildren, VNode } from 'preact';
import type { NodeLink } from '../shared/nodes/node-list.model.js';

interface NodeLinksProps {
  readonly title: string;
  readonly text?: string;
  readonly links: readonly NodeLink[];
  readonly id: string;
  /** Content below the links. */
  readonly children?: ComponentChildren;
}

/** Folders and files beside the list, such as those with a star. */
export function NodeLinks({ title, text, links, id, children }: NodeLinksProps): VNode | null {
  if (links.length === 0) return null;
  return (
    <section class="file-share-favourites" aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      {text !== undefined && <p class="v-soft">{text}</p>}
      <ul class="v-list">
        {links.map(({ name, kind, url }) => (
          <li key={url}>
            <a data-kind={kind} href={url}>
              <span>{name}</span>
            </a>
          </li>
        ))}
      </ul>
      {children}
    </section>
  );
}
