// SPDX-License-Identifier: EUPL-1.2

/** Somewhere it is always later by up to 14 hours. */
const LATEST_ZONE_MS = 14 * 3_600_000;
/** August, counted from 0. */
const FIRST_MONTH = 7;

/**
 * The school year of a group that has something put into its space now. On the last day of July it may be the year after in a zone to the
 * west: what is kept by it then stays a year longer, and never goes a year too early.
 */
export function groupYear(now: Date): number {
  const latest = new Date(now.getTime() + LATEST_ZONE_MS);
  return latest.getUTCMonth() >= FIRST_MONTH ? latest.getUTCFullYear() : latest.getUTCFullYear() - 1;
}
