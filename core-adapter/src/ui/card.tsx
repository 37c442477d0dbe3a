// SPDX-License-Identifier: EUPL-1.2
import type { ComponentChildren, VNode } from 'preact';
import { useId } from 'preact/hooks';

/** @stable */
export interface CardProps {
  /** The heading of the card, and its accessible name. */
  readonly title?: string | undefined;
  /** No padding: for a table or a list that reaches the edges. */
  readonly flush?: boolean;
  readonly children: ComponentChildren;
}

/** A box for content that stands on its own. @stable */
export function Card({ title, flush = false, children }: CardProps): VNode {
  const id = useId();
  const look = flush ? 'v-card v-card-flush' : 'v-card';
  if (title === undefined) return <div class={look}>{children}</div>;
  return (
    <section class={look} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}
