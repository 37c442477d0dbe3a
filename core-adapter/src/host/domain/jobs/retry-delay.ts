// SPDX-License-Identifier: EUPL-1.2

/** The number of tries before a job gives up. */
export const TRIES = 8;

const FIRST = 10_000;

/** The time until the next try in milliseconds: 10 s after the first, then four times longer each, 15 hours in all. */
export function retryDelay(tries: number): number {
  return FIRST * 4 ** (tries - 1);
}

/** The time after a collision in milliseconds, 1 to 3 s at random: jobs that collided would collide again at once. */
export function collisionDelay(): number {
  return 1_000 + Math.random() * 2_000;
}
