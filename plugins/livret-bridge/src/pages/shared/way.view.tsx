// SPDX-License-Identifier: EUPL-1.2
import type { VNode } from 'preact';

export interface WayProps {
  /** The bricks that are laid, of five: written, ready, signed, endorsed, published. */
  readonly at: number;
  /** The same in words. */
  readonly words: string;
}

/** The progress of bilans between draft and publication, as five bricks and in words. */
export function Way({ at, words }: WayProps): VNode {
  return (
    <span class="livret-bridge-where">
      <span class="livret-bridge-way" data-at={at} aria-hidden="true" />
      <span>{words}</span>
    </span>
  );
}
