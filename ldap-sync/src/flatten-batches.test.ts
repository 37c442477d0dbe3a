// SPDX-License-Identifier: EUPL-1.2
import { flattenBatches } from './flatten-batches.js';

let closed = 0;

async function* batches(...all: readonly (readonly number[])[]): AsyncGenerator<readonly number[], void, undefined> {
  try {
    for (const batch of all) yield await Promise.resolve(batch);
  } finally {
    closed += 1;
  }
}

async function read(items: AsyncIterable<number>, until = Infinity): Promise<number[]> {
  const found: number[] = [];
  for await (const item of items) {
    found.push(item);
    if (item === until) break;
  }
  return found;
}

test.each([[[]], [[[]]], [[[1]]], [[[1, 2], [], [3], [4, 5, 6]]]])('%j', async (all: number[][]) => {
  expect(await read(flattenBatches(batches(...all)))).toEqual(all.flat());
});

test('a consumer that stops closes the source', async () => {
  closed = 0;
  expect(await read(flattenBatches(batches([1, 2, 3], [4])), 2)).toEqual([1, 2]);
  expect(closed).toBe(1);
});

test('an error is thrown after the items before it', async () => {
  async function* failing(): AsyncGenerator<readonly number[], void, undefined> {
    yield await Promise.resolve([1, 2]);
    throw new Error('cut');
  }
  const iterator = flattenBatches(failing())[Symbol.asyncIterator]();
  expect([(await iterator.next()).value, (await iterator.next()).value]).toEqual([1, 2]);
  await expect(iterator.next()).rejects.toThrow('cut');
});
