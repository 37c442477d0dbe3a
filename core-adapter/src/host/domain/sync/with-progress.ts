// SPDX-License-Identifier: EUPL-1.2
import type { SyncProgress } from './sync-progress.js';

/** Yields the items and reports how many have come. */
export async function* withProgress<T>(items: AsyncIterable<T>, onProgress: SyncProgress): AsyncGenerator<T> {
  let count = 0;
  for await (const item of items) {
    count += 1;
    onProgress('reading', count);
    yield item;
  }
}
