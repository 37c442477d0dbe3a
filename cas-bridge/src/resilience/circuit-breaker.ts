// SPDX-License-Identifier: EUPL-1.2
import { UnavailableError, type Clock } from '@volee/core-adapter';

import { OutageError } from '../transport/outage-error.js';

/** So many calls in a row end in an {@link OutageError} before nobody is asked any more. */
const FAILURES = 5;
/** For so long, in milliseconds; then one call is let through to see. */
const PAUSE = 10_000;
/** How old, in milliseconds, what is known of a server that was well may grow before it is looked at again. */
const NEWS = 10_000;
/** The same of one that has just failed. */
const BAD_NEWS = 2_000;

/** A circuit breaker: what is known of a server from how the last calls went (C17). */
export interface SsoHealth {
  /** Makes a call and notes how it went. @throws UnavailableError at once, while the server is taken for gone */
  watch<T>(call: () => Promise<T>): Promise<T>;
  /** @throws UnavailableError while the server is taken for gone */
  throwIfOpen(): void;
  /** Whether the last call failed. */
  isDoubtful(): boolean;
  /** Whether nothing was heard of it for a while, so that a look is worth a call. */
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
      // Before the call: while this one is out, the others need not wait for the same disappointment.
      if (failures >= FAILURES) closedUntil = now() + PAUSE;
      const answersBefore = answers;
      try {
        const result = await call();
        noteAnswer();
        return result;
      } catch (error) {
        if (!(error instanceof OutageError)) noteAnswer();
        // It answered somebody meanwhile: a call from before that says nothing of now.
        else if (answers === answersBefore) noteOutage();
        throw error;
      }
    },
  };
}
