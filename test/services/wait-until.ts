// SPDX-License-Identifier: EUPL-1.2
import { setTimeout as delay } from 'node:timers/promises';

const pollEvery = 20;

/**
 * Asks again and again until `check` says yes. A check that throws means "not yet".
 * @param deadline milliseconds; when they are over the promise rejects with `what` and the last error as its cause
 */
export async function waitUntil(what: string, check: () => Promise<boolean>, deadline = 20_000): Promise<void> {
  const end = Date.now() + deadline;
  let cause: unknown;
  while (Date.now() < end) {
    try {
      if (await check()) return;
    } catch (error) {
      cause = error;
    }
    await delay(pollEvery);
  }
  throw new Error(`${what}: nothing after ${deadline} ms`, { cause });
}
