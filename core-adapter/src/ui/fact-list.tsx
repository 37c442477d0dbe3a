// SPDX-License-Identifier: EUPL-1.2
import type { ComponentChildren, VNode } from 'preact';
import { Icon } from './icon.js';

/** A list of facts or consequences, one a line. @stable */
export function FactList({ children }: { readonly children: ComponentChildren }): VNode {
  return <ul class="v-points">{children}</ul>;
}

/** @stable */
export interface PointProps {
  readonly icon: string;
  readonly children: ComponentChildren;
}

/** @stable */
export function Point({ icon, children }: PointProps): VNode {
  return (
    <li>
      <Icon name={icon} />
      <span>{children}</span>
    </li>
  );
}
