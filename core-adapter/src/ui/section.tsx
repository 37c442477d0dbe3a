// SPDX-License-Identifier: EUPL-1.2
import type { ComponentChildren, VNode } from 'preact';
import { useId } from 'preact/hooks';

/** @stable */
export interface SectionProps {
  readonly title: string;
  readonly children: ComponentChildren;
}

/** A part of a page under its heading, without a card around it. @stable */
export function Section({ title, children }: SectionProps): VNode {
  const id = useId();
  return (
    <section class="v-section" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}
