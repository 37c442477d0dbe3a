// SPDX-License-Identifier: EUPL-1.2
import type { ComponentChildren, VNode } from 'preact';
import { Icon } from './icon.js';

export interface TagProps {
  readonly kind?: 'plain' | 'good' | 'warn' | 'bad';
  /** Colour never speaks alone: the words do, and the icon helps. */
  readonly icon: string;
  readonly children: ComponentChildren;
}

/** A state, in two words. */
export function Tag({ kind = 'plain', icon, children }: TagProps): VNode {
  return (
    <span class={kind === 'plain' ? 'v-tag' : `v-tag v-${kind}`}>
      <Icon name={icon} />
      {children}
    </span>
  );
}
