// SPDX-License-Identifier: EUPL-1.2
/** The number of rows or ids in one statement: few round trips, and far below SQLite's limit of 32,766 parameters. */
export const BATCH = 1_000;

/** Cuts a list into parts of at most `size`. */
export function* batches<T>(items: readonly T[], size = BATCH): Generator<readonly T[]> {
  for (let start = 0; start < items.length; start += size) yield items.slice(start, start + size);
}
