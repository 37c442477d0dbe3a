// SPDX-License-Identifier: EUPL-1.2
import type { VNode } from 'preact';

/** The bricks of the wall: colour, x, y. */
const WALL = [
  ['b', 0, 82],
  ['d', 35, 82],
  ['e', 70, 82],
  ['c', 105, 82],
  ['f', 17.5, 65],
  ['a', 52.5, 65],
  ['b', 87.5, 65],
] as const;
const BIRD =
  'M-22.4 -8.3Q-22.4 -11.2 -19.8 -9.8L-3.7 -1.3Q-1.2 0 -1.2 2.9L-1.2 9.1Q-1.2 12 -3.7 10.6L-19.8 1.5Q-22.4 0.1 -22.4 -2.8ZM26 -10.1Q26 -13 23.4 -11.7L3.7 -1.3Q1.2 0 1.2 2.9L1.2 9.1Q1.2 12 3.7 10.6L23.5 -0.3Q26 -1.7 26 -4.6Z';

/** A bird on a wall; in the air once the message has left. It carries no information. */
export function Perch({ isFlying }: { readonly isFlying: boolean }): VNode {
  const place = isFlying ? 'translate(108 18) rotate(-16) scale(1.1)' : 'translate(69 46) rotate(-4) scale(1.1)';
  return (
    <svg class="v-perch" viewBox="-4 0 145 96" aria-hidden="true">
      {WALL.map(([colour, x, y]) => (
        <rect key={`${x} ${y}`} class={`v-bird-${colour}`} x={x} y={y} width="32" height="14" rx="3.5" />
      ))}
      <path class="v-bird-c" transform={place} d={BIRD} />
    </svg>
  );
}
