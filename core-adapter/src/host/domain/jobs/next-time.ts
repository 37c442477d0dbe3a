// SPDX-License-Identifier: EUPL-1.2
import { Cron } from 'croner';

/**
 * The next time of a cron pattern after an instant, in the time zone of the server; undefined when there is none.
 * @throws Error on an invalid pattern
 */
export function nextTime(pattern: string, after: Date): Date | undefined {
  return new Cron(pattern, { paused: true }).nextRun(after) ?? undefined;
}
