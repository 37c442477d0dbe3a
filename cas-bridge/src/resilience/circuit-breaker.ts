// SPDX-License-Identifier: EUPL-1.2
import { UnavailableError, type Clock } from '@volee/core-adapter';

import { OutageError } from '../transport/outage-error.js';

/** The number of calls in a row that end in an {@link OutageError} before no further call is made. */
const FAILURES = 5;
/** The time without calls, in milliseconds; then one call is let through as a test. */
const PAUSE = 10_000;
/** The maximum age, in milliseconds, of the last result of a healthy server before the server is checked again. */
const NEWS = 10_000;
/** The same for a server that has just failed. */
const BAD_NEWS = 2_000;

/** A circuit breaker: it knows the state of a server from the results of the last calls (C17). */
export interface SsoHealth {
  /** Makes a call and notes its result. @throws UnavailableError at once, while the server counts as down */
  watch<T>(call: () => Promise<T>): Promise<T>;
  /**
   * @throws UnavailableError while the server counts as down
   */
  throwIfOpen(): void;
  /** Whether the last call failed. */
  isDoubtful(): boolean;
  /** Whether the last result is so old that another check is worth a call. */
  isNewsOld(): boolean;
}

/** @param origin of the server, for the sentence */
export function circuitBreaker(origin: string, clock: Clock): SsoHealth {
  let failures = 0;
  let answers = 0;
  let askedAt = -Infinity;
  let closedUntil = -Infinity;

  const now = (): number => clock.now().getTime();

  function throwIfOpen(): void {
    if (now() < closedUntil)
      throw new UnavailableError(`The CAS server at ${origin} has not answered ${failures} times in a row.`, {
        remedy: 'Check that it runs.',
      });
  }

  function noteAnswer(): void {
    answers += 1;
    failures = 0;
    closedUntil = -Infinity;
  }

  function noteOutage(): void {
    failures += 1;
    if (failures >= FAILURES) closedUntil = now() + PAUSE;
  }

  return {
    throwIfOpen,
    isDoubtful: () => failures > 0,
    isNewsOld: () => now() - askedAt >= (failures === 0 ? NEWS : BAD_NEWS),
    async watch(call) {
      throwIfOpen();
      askedAt = now();
      // This comes before the call: while it is under way, other calls need not wait for the same failure.
      if (failures >= FAILURES) closedUntil = now() + PAUSE;
      const answersBefore = answers;
      try {
        const result = await call();
        noteAnswer();
        return result;
      } catch (error) {
        if (!(error instanceof OutageError)) noteAnswer();
        // The server has answered another call meanwhile: an earlier call says nothing about now.
        else if (answers === answersBefore) noteOutage();
        throw error;
      }
    },
  };
}
