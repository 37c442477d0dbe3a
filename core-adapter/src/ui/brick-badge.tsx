// SPDX-License-Identifier: EUPL-1.2
import type { VNode } from 'preact';
import type { BrickColour } from '../api/manifest.js';
import { type Count, CountBadge } from './count.js';
import { Icon } from './icon.js';

/** The colours of bricks, and the colour of the portal. @stable */
export type BrickBadgeColour = BrickColour | 'home';

const SIZES = { small: ' v-plate-s', medium: '', large: ' v-plate-l' };

/** @stable */
export interface BrickBadgeProps {
  readonly colour: BrickBadgeColour;
  readonly icon: string;
  readonly size?: keyof typeof SIZES;
  /** A pale background, for things inside the brick; the full colour stands for the brick itself. */
  readonly soft?: boolean;
  readonly count?: Count | undefined;
}

/** The icon of a brick on its colour. It is decorative; the brick's name always stands beside it. @stable */
export function BrickBadge({ colour, icon, size = 'medium', soft = false, count }: BrickBadgeProps): VNode {
  return (
    <span class={`v-plate brick-${colour}${SIZES[size]}${soft ? ' v-plate-soft' : ''}`}>
      <Icon name={icon} />
      {count && <CountBadge {...count} />}
    </span>
  );
}
