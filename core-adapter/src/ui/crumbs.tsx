// SPDX-License-Identifier: EUPL-1.2
import type { VNode } from 'preact';

/** @stable */
export interface Crumb {
  readonly label: string;
  /** Absent for the page itself, which comes last. */
  readonly url?: string | undefined;
}

/** @stable */
export interface CrumbsProps {
  /** « Chemin » */
  readonly label: string;
  readonly crumbs: readonly Crumb[];
}

/** Breadcrumbs: links to the pages above this one. @stable */
export function Crumbs({ label, crumbs }: CrumbsProps): VNode {
  return (
    <nav aria-label={label}>
      <ol class="v-crumbs">
        {crumbs.map(({ label: name, url }) =>
          url === undefined ? (
            <li key={name} aria-current="page">
              <strong>{name}</strong>
            </li>
          ) : (
            <li key={url}>
              <a href={url}>{name}</a>
            </li>
          ),
        )}
      </ol>
    </nav>
  );
}
