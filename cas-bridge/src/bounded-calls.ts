// SPDX-License-Identifier: EUPL-1.2
import { BusyError, type Clock } from '@volee/core-adapter';
import pLimit from 'p-limit';

/** How long a call may wait, in milliseconds: some servers let a ticket grow no older than ten seconds. */
const PATIENCE = 5_000;

/**
 * Lets only so many calls out at once, and so many wait: a school that arrives at eight must bury neither the SSO nor this process.
 * @throws BusyError (from what it returns) when the queue is full, or its turn comes too late; nothing was called then
 */
export function boundedCalls(
  parallel: number,
  waiting: number,
  clock: Clock,
): <T>(call: () => Promise<T>) => Promise<T> {
  const limit = pLimit(parallel);
  // Counted here and at once: p-limit counts a moment later, in which any number may come.
  let inside = 0;
  return async (call) => {
    if (inside >= parallel + waiting)
      throw new BusyError(`${waiting} logins wait for the SSO already; this one can be tried again in a moment.`);
    inside += 1;
    const late = clock.now().getTime() + PATIENCE;
    try {
      return await limit(() => {
        if (clock.now().getTime() > late)
          throw new BusyError(
            'The SSO judges tickets so slowly that this one has waited too long; it can be tried again.',
          );
        return call();
      });
    } finally {
      inside -= 1;
    }
  };
}
