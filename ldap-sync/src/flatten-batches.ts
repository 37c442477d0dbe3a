// SPDX-License-Identifier: EUPL-1.2

/**
 * Yields the items of batches one by one. It is written as an iterator: a generator takes three turns of the event loop's queue for an
 * item, which is a second for a region.
 */
export function flattenBatches<Item>(batches: AsyncGenerator<readonly Item[], void, undefined>): AsyncIterable<Item> {
  let batch: readonly Item[] = [];
  let at = 0;
  const next = async (): Promise<IteratorResult<Item, undefined>> => {
    for (;;) {
      const result = await batches.next();
      if (result.done) return { done: true, value: undefined };
      [batch, at] = [result.value, 1];
      const [first] = batch;
      if (first !== undefined) return { done: false, value: first };
    }
  };
  return {
    [Symbol.asyncIterator]: () => ({
      next() {
        const item = batch[at];
        at += 1;
        return item === undefined ? next() : Promise.resolve({ done: false, value: item });
      },
      async return() {
        await batches.return();
        return { done: true, value: undefined };
      },
    }),
  };
}
