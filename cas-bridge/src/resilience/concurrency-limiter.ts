// SPDX-License-Identifier: EUPL-1.2
import { BusyError, type Clock } from '@volee/core-adapter';
import pLimit from 'p-limit';

import { FairQueue, type Caller } from './fair-queue.js';

/** The maximum time that a call waits, in milliseconds: some servers accept tickets for ten seconds only. */
const PATIENCE = 5_000;

/**
 * Limits the number of calls at once, and of waiting ones, in fair shares: neither a school that arrives at eight nor a single client with
 * many connections can overload the SSO or this process, or keep the others out (ADR 0029).
 * @throws BusyError (from what it returns) when the queue is full, or the turn comes too late; nothing was called then
 */
export function concurrencyLimiter(
  parallel: number,
  waiting: number,
  clock: Clock,
): <T>(caller: Caller, call: () => Promise<T>) => Promise<T> {
  const limit = pLimit(parallel);
  const line = new FairQueue();
  // Calls are counted here and at once: p-limit counts a moment later, in which any number may come.
  let inside = 0;

  async function takeTurn(): Promise<void> {
    const turn = line.next();
    await turn?.call.run();
    turn?.isDone();
  }

  return <T>(caller: Caller, call: () => Promise<T>) =>
    new Promise<T>((resolve, reject) => {
      const late = clock.now().getTime() + PATIENCE;
      const callInTime = async (): Promise<T> => {
        if (clock.now().getTime() > late)
          throw new BusyError('The SSO judges tickets so slowly that this one has waited too long.', {
            remedy: 'It can be tried again.',
          });
        return call();
      };
      line.join({
        caller,
        run: () =>
          callInTime()
            .finally(() => (inside -= 1))
            .then(resolve, reject),
        turnAway: () =>
          reject(
            new BusyError(`${waiting} logins wait for the SSO already.`, {
              remedy: 'This one can be tried again in a moment.',
            }),
          ),
      });
      if (inside < parallel + waiting) {
        inside += 1;
        void limit(takeTurn);
        return;
      }
      // No turn is added: the newcomer has the turn of the call that is turned away, which may be the newcomer's own.
      line.shed(caller.share)?.turnAway();
    });
}
