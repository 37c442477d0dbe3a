// SPDX-License-Identifier: EUPL-1.2
import type { VNode } from 'preact';
import { Icon } from './icon.js';

/** @stable */
export interface NeighbourLink {
  /** « Léo » */
  readonly name: string;
  readonly url: string;
}

/** @stable */
export interface NeighboursProps {
  /** « Autres élèves » */
  readonly label: string;
  readonly previous?: NeighbourLink | undefined;
  readonly next?: NeighbourLink | undefined;
  /** « 3 sur 24 » */
  readonly place?: string | undefined;
}

/**
 * « ← Yanis · 3 sur 24 · Léo → »: the things before and after this one in the list from which somebody opened it. The arrow keys follow the
 * links, too. Nothing where it is alone in its list.
 * @stable
 */
export function Neighbours({ label, previous, next, place }: NeighboursProps): VNode | null {
  if (!previous && !next) return null;
  return (
    <nav class="v-actions" aria-label={label} data-neighbours>
      {previous && (
        <a class="btn btn-secondary" href={previous.url} rel="prev">
          <Icon name="arrow-left" />
          <span class="text-truncate">{previous.name}</span>
        </a>
      )}
      {place !== undefined && <span class="v-soft v-small">{place}</span>}
      {next && (
        <a class="btn btn-secondary" href={next.url} rel="next">
          <span class="text-truncate">{next.name}</span>
          <Icon name="arrow-right" />
        </a>
      )}
    </nav>
  );
}
