// SPDX-License-Identifier: EUPL-1.2
import { Icon } from '@volee/core-adapter/ui';
import type { VNode } from 'preact';

interface StatePlateProps {
  /** The class of the colour, such as `v-good`. */
  readonly look: string;
  readonly icon: string;
}

/** The state of a work as a plate; the words beside it say the same. */
export function StatePlate({ look, icon }: StatePlateProps): VNode {
  return (
    <span class={`v-plate v-plate-l file-share-plate ${look}`}>
      <Icon name={icon} />
    </span>
  );
}
