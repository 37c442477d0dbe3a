// SPDX-License-Identifier: EUPL-1.2
import { CollisionError } from './unit-of-work.js';

/**
 * Does work again after a CollisionError. Each attempt is a transaction of its own that reads all it needs; within a transaction that is
 * open already, the first collision ends that one, and all attempts fail with it.
 * @param attempts the number of attempts in all
 */
export async function retryCollisions<T>(attempts: number, work: () => Promise<T>): Promise<T> {
  for (let left = attempts; left > 1; left -= 1) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof CollisionError)) throw error;
    }
  }
  return work();
}
