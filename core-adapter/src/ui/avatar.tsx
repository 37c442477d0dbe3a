// SPDX-License-Identifier: EUPL-1.2
import type { VNode } from 'preact';
import type { BrickColour } from '../api/manifest.js';

export interface AvatarProps {
  /** One or two letters. */
  readonly initials: string;
  readonly colour: BrickColour;
}

/** A person's initials, as a decoration; the name always stands beside them. */
export function Avatar({ initials, colour }: AvatarProps): VNode {
  return (
    <span class={`v-avatar brick-${colour}`} aria-hidden="true">
      {initials}
    </span>
  );
}
