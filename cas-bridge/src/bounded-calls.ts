// SPDX-License-Identifier: EUPL-1.2
import { BusyError } from '@volee/core-adapter';
import pLimit from 'p-limit';

/**
 * Lets only so many calls out at once, and so many wait: a school that arrives at eight must bury neither the SSO nor this process.
 * @throws BusyError (from what it returns) when the queue is full; nothing was called then
 */
export function boundedCalls(parallel: number, waiting: number): <T>(call: () => Promise<T>) => Promise<T> {
  const limit = pLimit(parallel);
  // Counted here and at once: p-limit counts a moment later, in which any number may come.
  let inside = 0;
  return async (call) => {
    if (inside >= parallel + waiting)
      throw new BusyError(`${waiting} logins wait for the SSO already; this one can be tried again in a moment.`);
    inside += 1;
    try {
      return await limit(call);
    } finally {
      inside -= 1;
    }
  };
}
