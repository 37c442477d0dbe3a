// SPDX-License-Identifier: EUPL-1.2
import type { VNode } from 'preact';

/** Three birds, each made of two bricks: colour, position, outline. */
const BIRDS = [
  [
    'a',
    'translate(27 13.5) rotate(-8)',
    'M-13.8 -6.4Q-13.8 -8.2 -12.3 -7.2L-2.2 -0.9Q-0.7 0 -0.7 1.8L-0.7 5.6Q-0.7 7.4 -2.2 6.4L-12.3 -0.3Q-13.8 -1.3 -13.8 -3ZM16 -7.7Q16 -9.5 14.5 -8.6L2.2 -0.9Q0.7 0 0.7 1.8L0.7 5.6Q0.7 7.4 2.2 6.4L14.5 -1.6Q16 -2.6 16 -4.3Z',
  ],
  [
    'c',
    'translate(9.5 22) rotate(-8)',
    'M-7.7 -3.3Q-7.7 -4.3 -6.9 -3.8L-1.4 -0.5Q-0.5 0 -0.5 1L-0.5 3.1Q-0.5 4.1 -1.4 3.6L-6.9 0.1Q-7.7 -0.4 -7.7 -1.4ZM9 -4Q9 -5 8.1 -4.5L1.4 -0.5Q0.6 0 0.6 1L0.6 3.1Q0.6 4.1 1.4 3.6L8.2 -0.6Q9 -1.1 9 -2.1Z',
  ],
  [
    'b',
    'translate(20 30) rotate(-8)',
    'M-6 -2.3Q-6 -3.1 -5.3 -2.7L-1.2 -0.4Q-0.5 0 -0.5 0.8L-0.5 2.4Q-0.5 3.2 -1.2 2.8L-5.4 0.3Q-6 -0.1 -6 -0.8ZM7 -2.8Q7 -3.6 6.3 -3.2L1.2 -0.4Q0.6 0 0.6 0.8L0.6 2.4Q0.6 3.2 1.2 2.8L6.3 -0.2Q7 -0.6 7 -1.3Z',
  ],
] as const;

/** The logo of Volée. It is decorative; the name always stands beside it. */
export function Logo(): VNode {
  return (
    <svg class="v-birds" viewBox="0 0 44 36" aria-hidden="true">
      {BIRDS.map(([colour, place, outline]) => (
        <path key={place} class={`v-bird-${colour}`} transform={place} d={outline} />
      ))}
    </svg>
  );
}
