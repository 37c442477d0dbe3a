// SPDX-License-Identifier: EUPL-1.2
/** How many rows or ids go into one statement: few round trips, and far under the 32,766 parameters of SQLite. */
export const BATCH = 1_000;

/** Cuts a list into parts of at most `size`. */
export function* batches<T>(items: readonly T[], size = BATCH): Generator<readonly T[]> {
  for (let start = 0; start < items.length; start += size) yield items.slice(start, start + size);
}
