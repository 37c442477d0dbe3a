// SPDX-License-Identifier: EUPL-1.2
import type { VNode } from 'preact';
import type { BrickColour } from '../api/manifest.js';
import { type Count, CountBadge } from './count.js';
import { Icon } from './icon.js';

/** The colours that name a place, and that of the portal itself. */
export type PlateColour = BrickColour | 'home';

const SIZES = { small: ' v-plate-s', medium: '', large: ' v-plate-l' };

export interface PlateProps {
  readonly colour: PlateColour;
  readonly icon: string;
  readonly size?: keyof typeof SIZES;
  /** Pale, for a thing inside the brick; the full colour is the brick itself. */
  readonly soft?: boolean;
  readonly count?: Count | undefined;
}

/** The sign of a brick: wider than high, like a brick. It decorates; a name always stands beside it. */
export function BrickBadge({ colour, icon, size = 'medium', soft = false, count }: PlateProps): VNode {
  return (
    <span class={`v-plate brick-${colour}${SIZES[size]}${soft ? ' v-plate-soft' : ''}`}>
      <Icon name={icon} />
      {count && <CountBadge {...count} />}
    </span>
  );
}
