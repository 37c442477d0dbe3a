// SPDX-License-Identifier: EUPL-1.2
import type { ComponentChildren, VNode } from 'preact';

/** Buttons in a line; they wrap when there is no room. At most one of them is filled. @stable */
export function Actions({ children }: { readonly children: ComponentChildren }): VNode {
  return <div class="v-actions">{children}</div>;
}
