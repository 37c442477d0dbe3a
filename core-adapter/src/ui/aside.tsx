// SPDX-License-Identifier: EUPL-1.2
import type { ComponentChildren, VNode } from 'preact';
import { useId } from 'preact/hooks';

/** @stable */
export interface AsideProps {
  readonly title: string;
  readonly children: ComponentChildren;
}

/** A titled block of secondary content, less prominent than a card. @stable */
export function Aside({ title, children }: AsideProps): VNode {
  const id = useId();
  return (
    <section class="v-well" aria-labelledby={id}>
      <h2 class="h3" id={id}>
        {title}
      </h2>
      {children}
    </section>
  );
}
