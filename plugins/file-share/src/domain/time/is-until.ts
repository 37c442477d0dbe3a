// SPDX-License-Identifier: EUPL-1.2

/** Whether an end has not passed; always true without one. The whole last second counts: pages show no smaller unit. */
export function isUntil(now: Date, last: Date | null): boolean {
  return last === null || secondOf(now) <= secondOf(last);
}

function secondOf(instant: Date): number {
  return Math.floor(instant.getTime() / 1_000);
}
