// SPDX-License-Identifier: EUPL-1.2

/** Whether an end has not passed; always without one. Its second counts whole: pages show no smaller unit, and the second it is due is in time. */
export function isUntil(now: Date, last: Date | null): boolean {
  return last === null || secondOf(now) <= secondOf(last);
}

function secondOf(instant: Date): number {
  return Math.floor(instant.getTime() / 1_000);
}
