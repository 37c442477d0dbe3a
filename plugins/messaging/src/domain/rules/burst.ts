// SPDX-License-Identifier: EUPL-1.2

/** The period in which a pupil may write a limited number of messages to one classmate before a teacher reads first, in milliseconds. */
export const BURST = 10 * 60_000;
const MOST = 5;

/** Whether another message makes too many. @param before the messages to the same classmate who came shortly before */
export function isBurst(before: number): boolean {
  return before >= MOST;
}
