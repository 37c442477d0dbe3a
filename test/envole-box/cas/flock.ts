// SPDX-License-Identifier: EUPL-1.2
import { Html } from './html.js';

/** Rows of bricks: left edge, top edge, and a colour letter per brick. */
const WALL = [
  [0, 166, 'bcdefb'],
  [17.5, 149, 'fedca'],
  [0, 132, 'dab'],
] as const;

const BRICK = { width: 32, height: 14, step: 35 };

/** Colour letter, place and shape of each bird. */
const BIRDS = [
  [
    'e',
    'translate(140 116) rotate(-3)',
    'M-26.7 0.8Q-26.7 -2.6 -23.3 -2.2L-4.7 -0.3Q-1.4 0 -1.4 3.4L-1.4 10.6Q-1.4 14 -4.7 13.5L-23.3 11Q-26.7 10.6 -26.7 7.2ZM31 0.4Q31 -3 27.7 -2.7L4.7 -0.3Q1.4 0 1.4 3.4L1.4 10.6Q1.4 14 4.7 13.6L27.7 10.6Q31 10.2 31 6.8Z',
  ],
  [
    'b',
    'translate(196 92) rotate(-8)',
    'M-25.8 -4.5Q-25.8 -7.7 -22.7 -6.8L-4.4 -1Q-1.3 0 -1.3 3.2L-1.3 10.3Q-1.3 13.5 -4.4 12.4L-22.7 6Q-25.8 4.9 -25.8 1.7ZM30 -5.8Q30 -9 26.9 -8L4.4 -1Q1.3 0 1.3 3.2L1.3 10.3Q1.3 13.5 4.4 12.5L26.9 4.7Q30 3.7 30 0.4Z',
  ],
  [
    'c',
    'translate(226 138) rotate(-6)',
    'M-24.1 -2.9Q-24.1 -6 -21.1 -5.2L-4.3 -0.8Q-1.3 0 -1.3 3.1L-1.3 9.9Q-1.3 13 -4.3 12.1L-21.1 7.1Q-24.1 6.2 -24.1 3.1ZM28 -3.9Q28 -7 25 -6.2L4.3 -0.8Q1.3 0 1.3 3.1L1.3 9.9Q1.3 13 4.3 12.1L25 6.1Q28 5.2 28 2.1Z',
  ],
  [
    'f',
    'translate(248 54) rotate(-10)',
    'M-23.2 -9.2Q-23.2 -12 -20.7 -10.7L-3.7 -1.4Q-1.2 0 -1.2 2.9L-1.2 9.1Q-1.2 12 -3.7 10.6L-20.7 0.7Q-23.2 -0.8 -23.2 -3.6ZM27 -11.1Q27 -14 24.5 -12.6L3.7 -1.4Q1.2 0 1.2 2.9L1.2 9.1Q1.2 12 3.7 10.6L24.5 -1.3Q27 -2.7 27 -5.6Z',
  ],
  [
    'a',
    'translate(288 98) rotate(-8)',
    'M-22.4 -8.3Q-22.4 -11.2 -19.8 -9.8L-3.7 -1.3Q-1.2 0 -1.2 2.9L-1.2 9.1Q-1.2 12 -3.7 10.6L-19.8 1.5Q-22.4 0.1 -22.4 -2.8ZM26 -10.1Q26 -13 23.4 -11.7L3.7 -1.3Q1.2 0 1.2 2.9L1.2 9.1Q1.2 12 3.7 10.6L23.5 -0.3Q26 -1.7 26 -4.6Z',
  ],
  [
    'c',
    'translate(306 30) rotate(-12)',
    'M-18.9 -8.8Q-18.9 -11.2 -16.9 -9.9L-3 -1.3Q-1 0 -1 2.4L-1 7.6Q-1 10 -3 8.7L-16.9 -0.5Q-18.9 -1.8 -18.9 -4.2ZM22 -10.6Q22 -13 20 -11.7L3 -1.3Q1 0 1 2.4L1 7.6Q1 10 3 8.7L20 -2.3Q22 -3.6 22 -6Z',
  ],
  [
    'd',
    'translate(342 66) rotate(-10)',
    'M-17.2 -8.2Q-17.2 -10.3 -15.4 -9.2L-2.7 -1.2Q-0.9 0 -0.9 2.2L-0.9 6.8Q-0.9 9 -2.7 7.8L-15.4 -0.7Q-17.2 -1.9 -17.2 -4ZM20 -9.8Q20 -12 18.2 -10.9L2.7 -1.1Q0.9 0 0.9 2.2L0.9 6.8Q0.9 9 2.7 7.8L18.2 -2.4Q20 -3.5 20 -5.7Z',
  ],
  [
    'b',
    'translate(366 18) rotate(-12)',
    'M-12.9 -6.1Q-12.9 -7.7 -11.5 -6.8L-2.1 -0.9Q-0.7 0 -0.7 1.7L-0.7 5.3Q-0.7 7 -2.1 6.1L-11.5 -0.2Q-12.9 -1.2 -12.9 -2.8ZM15 -7.3Q15 -9 13.6 -8.1L2.1 -0.9Q0.7 0 0.7 1.7L0.7 5.3Q0.7 7 2.1 6.1L13.6 -1.5Q15 -2.4 15 -4.1Z',
  ],
] as const;

/** A decorative wall of bricks that fold up and fly away; the style sheet colours it. */
export function flock(): Html {
  const bricks = WALL.flatMap(([left, top, colours]) =>
    [...colours].map((colour, index) => {
      const x = left + index * BRICK.step;
      return `<rect class="bird-${colour}" x="${x}" y="${top}" width="${BRICK.width}" height="${BRICK.height}" rx="3.5"/>`;
    }),
  );
  const birds = BIRDS.map(
    ([colour, place, shape]) => `<path class="bird-${colour}" transform="${place}" d="${shape}"/>`,
  );
  return new Html(
    `<svg class="flock" viewBox="0 0 390 180" aria-hidden="true">${[...bricks, ...birds].join('')}</svg>`,
  );
}
