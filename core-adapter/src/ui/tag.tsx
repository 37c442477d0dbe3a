// SPDX-License-Identifier: EUPL-1.2
import type { ComponentChildren, VNode } from 'preact';
import { Icon } from './icon.js';

/** @stable */
export interface TagProps {
  readonly kind?: 'plain' | 'good' | 'warn' | 'bad';
  /** The icon supports the text; colour is never the only sign of a state (WCAG 2.2, 1.4.1). */
  readonly icon: string;
  readonly children: ComponentChildren;
}

/** A label for a state, of about two words. @stable */
export function Tag({ kind = 'plain', icon, children }: TagProps): VNode {
  return (
    <span class={kind === 'plain' ? 'v-tag' : `v-tag v-${kind}`}>
      <Icon name={icon} />
      {children}
    </span>
  );
}
