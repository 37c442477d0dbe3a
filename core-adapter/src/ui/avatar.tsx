// SPDX-License-Identifier: EUPL-1.2
import type { VNode } from 'preact';
import type { BrickColour } from '../api/manifest.js';

export interface AvatarProps {
  /** One or two letters. */
  readonly initials: string;
  readonly colour?: BrickColour;
}

/** A person's initials. It decorates; the name always stands beside it. */
export function Avatar({ initials, colour = 'plum' }: AvatarProps): VNode {
  return (
    <span class={`v-avatar brick-${colour}`} aria-hidden="true">
      {initials}
    </span>
  );
}
