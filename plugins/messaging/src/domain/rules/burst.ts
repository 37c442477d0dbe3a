// SPDX-License-Identifier: EUPL-1.2

/** In so many milliseconds a pupil writes to one classmate so many messages at most that no teacher reads first. */
export const BURST = 10 * 60_000;
const MOST = 5;

/** Whether another message makes too many. @param before the messages to the same classmate who came shortly before */
export function isBurst(before: number): boolean {
  return before >= MOST;
}
