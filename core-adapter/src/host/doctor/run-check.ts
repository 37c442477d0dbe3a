// SPDX-License-Identifier: EUPL-1.2
import type { Check, Finding } from '../../api/check.js';
import { UnavailableError } from '../../api/errors.js';
import { findingOf } from './findings.js';

/** How long a check may take, in milliseconds. */
export const TIME_LIMIT = 10_000;

/** Runs a check. Whatever it throws is bad, and so is one that does not end, whether it listens to its signal or not. */
export async function runCheck({ run }: Pick<Check, 'run'>, timeLimit = TIME_LIMIT): Promise<readonly Finding[]> {
  const limit = new AbortController();
  const late = new UnavailableError(`Nothing came within ${timeLimit / 1000} s; check the network and what is asked`);
  const timer = setTimeout(() => limit.abort(late), timeLimit);
  const expired = new Promise<never>((_, reject) => {
    limit.signal.addEventListener('abort', () => reject(late), { once: true });
  });
  try {
    return await Promise.race([run(limit.signal), expired]);
  } catch (error) {
    return [findingOf(error)];
  } finally {
    clearTimeout(timer);
  }
}
