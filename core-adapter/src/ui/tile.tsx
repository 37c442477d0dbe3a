// SPDX-License-Identifier: EUPL-1.2
import type { ComponentChildren, VNode } from 'preact';
import type { Count } from './count.js';
import { BrickBadge, type BrickBadgeColour } from './brick-badge.js';

/** @stable */
export interface TileProps {
  readonly href: string;
  readonly colour: BrickBadgeColour;
  readonly icon: string;
  readonly title: string;
  /** A line about news in the brick, or about its purpose. */
  readonly line?: string | undefined;
  /** One detail, smaller. */
  readonly detail?: string | undefined;
  readonly count?: Count | undefined;
}

/** A brick on the portal, as one large link. Used in `Tiles`. @stable */
export function Tile({ href, colour, icon, title, line, detail, count }: TileProps): VNode {
  return (
    <li>
      <a class={`v-tile brick-${colour}`} href={href}>
        <BrickBadge colour={colour} icon={icon} size="large" count={count} />
        <span class="v-tile-title">{title}</span>
        {line !== undefined && <span>{line}</span>}
        {detail !== undefined && <span class="v-soft v-small">{detail}</span>}
      </a>
    </li>
  );
}

/** @stable */
export function Tiles({ children }: { readonly children: ComponentChildren }): VNode {
  return <ul class="v-list v-tiles">{children}</ul>;
}
