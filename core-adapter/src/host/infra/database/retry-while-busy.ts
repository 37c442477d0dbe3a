// SPDX-License-Identifier: EUPL-1.2
import { setTimeout } from 'node:timers/promises';
import { DatabaseUnavailableError } from './database-unavailable-error.js';

/** The time before giving up, and the longest pause between two attempts, in milliseconds. */
const PATIENCE = 10_000;
const LONGEST_PAUSE = 200;

/**
 * Retries while another process holds SQLite's write lock. The driver is synchronous: waiting inside SQLite
 * (`busy_timeout`) would block all requests.
 * @throws DatabaseUnavailableError when the lock is still held after ten seconds
 */
export async function retryWhileBusy<R>(attempt: () => Promise<R>): Promise<R> {
  const deadline = performance.now() + PATIENCE;
  for (let pause = 5; ; pause = Math.min(pause * 2, LONGEST_PAUSE)) {
    try {
      return await attempt();
    } catch (error) {
      if (!isBusy(error)) throw error;
      if (performance.now() > deadline) {
        throw new DatabaseUnavailableError(
          `Another process has locked the database for ${PATIENCE / 1000} s; nothing was done.`,
          { remedy: 'Try again later.', cause: error },
        );
      }
    }
    await setTimeout(pause);
  }
}

function isBusy(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === 'SQLITE_BUSY';
}
